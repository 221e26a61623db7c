package io.candlestream.calibration;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.label.Labels;

/// Adaptive conformal prediction of classes: the set of those that may come true, the true one
/// among them as often as was asked for, however good or bad the probabilities are.
///
/// | quantity | meaning |
/// |---|---|
/// | input | probabilities, calibrated or not, and the class that came true |
/// | output | [#set], one bit a class |
/// | warm-up | outcomes until [#ready], 9 at a coverage of 0.9; before, the set is all classes |
/// | state | `window` doubles and bits, 1 double and 4 counters; no allocation |
///
/// ```
/// score = 1 - probability of the class that came true
/// set   = classes with 1 - p_c <= the smallest score that is not below ceil((n + 1)(1 - a)) of the last n
/// a    <- a + rate ((1 - coverage) - [the class that came true was not in the set])          from 0 to 1
/// ```
///
/// A set is never empty: the most probable class is always in it, the first of equal ones. This can
/// only add coverage; a model that is right more often than the coverage asks is covered as often
/// as it is right, and `a` rests at 1. Then, or at 0, it takes up to about `1 / rate` misses after
/// a change until the level is free again; the scores themselves are replaced within `window`
/// outcomes.
///
/// When the scores are exchangeable the share of outcomes covered is that asked for; when they are
/// not, it still is over time, as long as no end of the level is reached. What is judged is the set
/// that is given when the label is learned: with labels that mature later, the set published then
/// was made of older scores. Not thread-safe: owned by one stream task.
///
/// Source: I. Gibbs, E. Candès, _Adaptive Conformal Inference Under Distribution Shift_, NeurIPS
/// 2021; the score: M. Sadinle, J. Lei, L. Wasserman, _Least Ambiguous Set-Valued Classifiers With
/// Bounded Error Levels_, JASA 114, 2019.
public final class ConformalSets implements Stateful {

    private final int classCount;
    private final ConformalScores scores;

    /// Sets that have seen no outcome.
    ///
    /// @param classCount from 2 to 64
    /// @throws IllegalArgumentException when the count is out of range
    ConformalSets(ConformalConfig config, int classCount) {
        if (classCount < 2 || classCount > Long.SIZE) {
            throw new IllegalArgumentException(
                    "class count must be from 2 to %d, was %d".formatted(Long.SIZE, classCount));
        }
        this.classCount = classCount;
        scores = new ConformalScores(config, 1);
    }

    /// @return whether there were outcomes enough to warrant the coverage; before, the set is all
    ///   classes
    public boolean ready() {
        return scores.ready();
    }

    /// @param probabilities one a class
    /// @return the classes it may be, bit `c` for class `c`; never 0
    /// @throws IllegalArgumentException when there is not one number a class, or one is no
    ///   probability
    public long set(double[] probabilities) {
        Labels.checkProbabilities(probabilities, classCount);
        double threshold = scores.ready() ? scores.threshold(-1, 1) : 1;
        long set = 0;
        int best = 0;
        for (int c = 0; c < classCount; c++) {
            set |= score(probabilities[c]) <= threshold ? 1L << c : 0;
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return set | 1L << best;
    }

    /// Judges the set of these probabilities, once there were outcomes enough, and learns from it.
    ///
    /// @param probabilities one a class, made before the label was known
    /// @param label the class that came true
    /// @throws IllegalArgumentException when there is not one number a class, one is no
    ///   probability, or the label is not a class; nothing has changed then
    public void learn(double[] probabilities, int label) {
        Labels.check("label", label, classCount);
        boolean covered = (set(probabilities) >>> label & 1) != 0;
        scores.learn(score(probabilities[label]), covered);
    }

    /// @return how many sets have been judged
    public long judgedCount() {
        return scores.coverage().outcomes();
    }

    /// @return share of all judged sets that held the class that came true, 0 to 1; 0 of none
    public double realisedCoverage() {
        return scores.coverage().allTime();
    }

    /// @return the same of the last `window` judged sets
    public double recentCoverage() {
        return scores.coverage().recent();
    }

    private static double score(double probability) {
        return 1 - Probabilities.checked(probability);
    }

    /// Layout: the level, the scores, the coverage.
    @Override
    public void save(StateOutput out) {
        scores.save(out);
    }

    @Override
    public void restore(StateInput in) {
        scores.restore(in);
    }
}

package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.label.Labels;
import java.util.ArrayList;
import java.util.List;

/// Test-then-train evaluation: each prediction is scored against its label before the model learns
/// from it.
///
/// | quantity | meaning |
/// |---|---|
/// | input | probabilities, the class predicted, the class that came true |
/// | output | [Measures] over all time and over a fading window |
/// | warm-up | one outcome; [#allTime] and [#fading] throw before that |
/// | state | `4 classCount + 9` doubles and a counter; no allocation per update |
///
/// ```
/// weight of an outcome after n further ones     1 over all time, 2^(-n / halfLife) fading
/// accuracy           weight of correct predictions / weight of all
/// balanced accuracy  mean over classes that have occurred: weight of their correct / weight of their all
/// log loss           weighted mean of -ln(max(p of the label, 1e-15))
/// Brier score        weighted mean of the sum over classes of (p - [class came true])^2
/// ```
///
/// Over all time these are scikit-learn's `accuracy_score`, `balanced_accuracy_score`, `log_loss`
/// (but for the floor) and, for any number of classes, the original Brier score: twice the value of
/// `brier_score_loss` for two. In the fading window a class counts as having occurred until its
/// weight has fallen below 2^-100.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: J. Gama, R. Sebastiao and P. P. Rodrigues, _On evaluating stream learning algorithms_,
/// Machine Learning 90, 2013.
public final class Prequential implements Stateful {

    private static final double LONGEST_HALF_LIFE = 1e9;

    private final int classCount;
    private final Tally tally;
    private final int forecaster;
    private long count;

    /// An evaluation that has seen no outcome.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @param halfLife outcomes after which the weight of one has halved in the fading window, from
    ///   1 to 1e9
    /// @throws IllegalArgumentException when a number is out of range
    public Prequential(int classCount, double halfLife) {
        this(classCount, tally(1, classCount, halfLife), 0);
    }

    private Prequential(int classCount, Tally tally, int forecaster) {
        this.classCount = classCount;
        this.tally = tally;
        this.forecaster = forecaster;
    }

    /// Evaluations of forecasters that are scored together: their numbers are neighbours in memory,
    /// and otherwise they have nothing to do with each other.
    ///
    /// @param forecasterCount how many, at least 1
    /// @param classCount how many classes there are, at least 2
    /// @param halfLife outcomes after which the weight of one has halved in the fading window, from
    ///   1 to 1e9
    /// @return evaluations that have seen no outcome
    /// @throws IllegalArgumentException when a number is out of range
    public static List<Prequential> together(int forecasterCount, int classCount, double halfLife) {
        if (forecasterCount < 1) {
            throw new IllegalArgumentException(
                    "forecaster count must be at least 1, was " + forecasterCount);
        }
        Tally tally = tally(forecasterCount, classCount, halfLife);
        List<Prequential> all = new ArrayList<>();
        for (int i = 0; i < forecasterCount; i++) {
            all.add(new Prequential(classCount, tally, i));
        }
        return List.copyOf(all);
    }

    private static Tally tally(int forecasterCount, int classCount, double halfLife) {
        Labels.checkedClassCount(classCount);
        if (!(halfLife >= 1 && halfLife <= LONGEST_HALF_LIFE)) {
            throw new IllegalArgumentException(
                    "half-life must be from 1 to " + LONGEST_HALF_LIFE + ", was " + halfLife);
        }
        return new Tally(forecasterCount, classCount, StrictMath.pow(2, 1 / halfLife));
    }

    /// Scores one outcome.
    ///
    /// @param probabilities one a class, as they were predicted; not changed
    /// @param predicted the class that was predicted
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the array has another length or an index is not a
    ///   class
    public void update(double[] probabilities, int predicted, int label) {
        Labels.checkProbabilities(probabilities, classCount);
        Labels.check("predicted class", predicted, classCount);
        Labels.check("label", label, classCount);
        update(
                predicted == label,
                label,
                ScoringRules.logLoss(probabilities[label]),
                ScoringRules.brierScore(probabilities, label));
    }

    /// Scores one outcome whose losses are known already.
    ///
    /// @param hit whether the class predicted came true
    /// @param label the class that came true
    /// @param logLoss as [ScoringRules#logLoss] gives it
    /// @param brierScore as [ScoringRules#brierScore] gives it
    /// @throws IllegalArgumentException when the label is not a class
    public void update(boolean hit, int label, double logLoss, double brierScore) {
        Labels.check("label", label, classCount);
        tally.update(forecaster, hit, label, logLoss, brierScore);
        count++;
    }

    /// @return how many outcomes have been scored
    public long count() {
        return count;
    }

    /// @return how often the class came true
    /// @throws IllegalArgumentException when the label is not a class
    public long labelCount(int label) {
        Labels.check("label", label, classCount);
        return tally.count(forecaster, label);
    }

    /// @return measures over every outcome
    /// @throws IllegalStateException before the first outcome
    public Measures allTime() {
        checkScored();
        return tally.measures(tally.allTime(forecaster), 1);
    }

    /// @return measures over the fading window
    /// @throws IllegalStateException before the first outcome
    public Measures fading() {
        checkScored();
        return tally.measures(tally.fading(forecaster), tally.unit(forecaster));
    }

    /// @return [Measures#logLoss] of [#fading], without making the rest
    /// @throws IllegalStateException before the first outcome
    public double fadingLogLoss() {
        checkScored();
        return tally.logLoss(tally.fading(forecaster));
    }

    private void checkScored() {
        if (count == 0) {
            throw new IllegalStateException("measures need at least 1 outcome, there were 0");
        }
    }

    /// Layout: count; then over all time and, after the unit of its weights, fading: weights by
    /// class, hits by class, sum of log losses and its compensation, sum of Brier scores and its
    /// compensation.
    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        tally.save(forecaster, out);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        tally.restore(forecaster, in);
    }
}

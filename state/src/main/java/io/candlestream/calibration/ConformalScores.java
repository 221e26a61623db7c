package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The last scores, the level that is taken of them, and how often it held: what sets and bands
/// share.
///
/// ```
/// rank  = ceil((n + 1) (1 - a))                     of n scores; before and without adapting a is 1 - coverage
/// a    <- a + rate ((1 - coverage) - missed)         from 0 to 1
/// ```
///
/// The authors let the level leave `[0, 1]` by one step, where nothing or everything is in the set.
/// Here it is cut, since a set is never empty and a band never infinite.
final class ConformalScores implements Stateful {

    private final ConformalConfig config;
    private final SortedRing scores;
    private final Coverage coverage;
    private double level;

    /// Of no outcomes.
    ///
    /// @param largest no score is greater
    ConformalScores(ConformalConfig config, double largest) {
        this.config = config;
        scores = new SortedRing(config.window(), largest);
        coverage = new Coverage(config.window());
        level = 1 - config.coverage();
    }

    /// @return whether there are scores enough to warrant the coverage
    boolean ready() {
        return ConformalConfig.rank(config.coverage(), scores.size()) <= scores.size();
    }

    /// @return the score up to which everything is to be covered: `below` when that is nothing,
    ///   `above` when it is everything
    double threshold(double below, double above) {
        int rank = ConformalConfig.rank(1 - level, scores.size());
        if (rank > scores.size()) {
            return above;
        }
        return rank == 0 ? below : scores.ranked(rank - 1);
    }

    /// @return the greatest score of the window, 0 of none
    double greatest() {
        return scores.size() == 0 ? 0 : scores.ranked(scores.size() - 1);
    }

    Coverage coverage() {
        return coverage;
    }

    /// Takes an outcome; before there are enough it is not judged.
    void learn(double score, boolean covered) {
        if (ready()) {
            coverage.add(covered);
            double missed = covered ? 0 : 1;
            double step = config.rate() * (1 - config.coverage() - missed);
            level = Math.clamp(level + step, 0, 1);
        }
        scores.push(score);
    }

    /// Layout: the level, the scores, the coverage.
    @Override
    public void save(StateOutput out) {
        out.putDouble(level);
        scores.save(out);
        coverage.save(out);
    }

    @Override
    public void restore(StateInput in) {
        level = in.getDouble();
        if (!(level >= 0 && level <= 1)) {
            throw new StateFormatException("a level must be from 0 to 1, was " + level);
        }
        scores.restore(in);
        coverage.restore(in);
    }
}

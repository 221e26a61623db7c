package io.candlestream.calibration;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Adaptive conformal prediction of a number: how far around it the truth lies, as often as was
/// asked for.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a predicted number and what came true, any finite numbers of one unit |
/// | output | [#radius], in that unit |
/// | warm-up | outcomes until [#ready], 9 at a coverage of 0.9; before, the radius is the greatest residual so far |
/// | state | `window` doubles and bits, 1 double and 4 counters; no allocation |
///
/// ```
/// score  = |truth - predicted|
/// radius = the smallest score that is not below ceil((n + 1)(1 - a)) of the last n; none is 0, all of them the greatest
/// a     <- a + rate ((1 - coverage) - [the truth was further away])          from 0 to 1
/// ```
///
/// Always finite, where the authors have an infinite radius: the greatest residual of the window.
/// So after a jump the band is as wide as what has been seen since, not at once as wide as it must
/// be. A residual too great for a double counts as the greatest double.
///
/// When the residuals are exchangeable the share of outcomes covered is that asked for; when they
/// are not, it still is over time, as long as no end of the level is reached. What is judged is the
/// radius that is given when the truth is learned. Not thread-safe: owned by one stream task.
///
/// Source: I. Gibbs, E. Candès, _Adaptive Conformal Inference Under Distribution Shift_, NeurIPS
/// 2021.
public final class ConformalBands implements Stateful {

    private final ConformalScores scores;

    /// Bands that have seen no outcome.
    ConformalBands(ConformalConfig config) {
        scores = new ConformalScores(config, Double.MAX_VALUE);
    }

    /// @return whether there were outcomes enough to warrant the coverage
    public boolean ready() {
        return scores.ready();
    }

    /// @return how far from a predicted number the truth may lie, at least 0 and finite; 0 before
    ///   the first outcome
    public double radius() {
        double greatest = scores.greatest();
        return scores.ready() ? scores.threshold(0, greatest) : greatest;
    }

    /// Judges the radius, once there were outcomes enough, and learns from it.
    ///
    /// @param predicted a finite number, made before the truth was known
    /// @param truth what came true, finite
    /// @throws IllegalArgumentException when a number is not finite; nothing has changed then
    public void learn(double predicted, double truth) {
        if (!Double.isFinite(predicted) || !Double.isFinite(truth)) {
            throw new IllegalArgumentException(
                    "prediction and truth must be finite, were %s and %s"
                            .formatted(predicted, truth));
        }
        double residual = Math.min(Math.abs(truth - predicted), Double.MAX_VALUE);
        scores.learn(residual, residual <= radius());
    }

    /// @return how many bands have been judged
    public long judgedCount() {
        return scores.coverage().outcomes();
    }

    /// @return share of all judged bands that held the truth, 0 to 1; 0 of none
    public double realisedCoverage() {
        return scores.coverage().allTime();
    }

    /// @return the same of the last `window` judged bands
    public double recentCoverage() {
        return scores.coverage().recent();
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

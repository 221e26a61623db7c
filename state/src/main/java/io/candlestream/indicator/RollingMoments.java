package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Mean and population variance of the last `period` numbers of a ring.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a [Ring] of finite numbers, which the owner has just pushed |
/// | output | [#mean], [#variance], [#deviation], [#zScore] |
/// | warm-up | `period` pushes |
/// | state | a counter, besides the ring; O(1) amortised time, no allocation per update |
///
/// ```
/// mean     = sum(x) / period
/// variance = sum((x - mean)^2) / period
/// ```
///
/// The population's variance, as TA-Lib; 0 exactly when all numbers are equal, where TA-Lib takes
/// everything below 1e-8 for 0. Not thread-safe: owned by one stream task.
///
/// Source: B. P. Welford, _Technometrics_ 4 (1962) 419; T. F. Chan, G. H. Golub, R. J. LeVeque,
/// _The American Statistician_ 37 (1983) 242.
public final class RollingMoments implements Indicator {

    /*
     * Nothing is ever subtracted, so there is nothing that could drift. The window is cut in two at
     * the last turn, which comes every `period` updates:
     *
     *   oldest  [ front: a suffix of the block that ended at the turn | back: what came since ]  newest
     *
     * At a turn the moments of every suffix of the block are laid down, from the newest number to the
     * oldest: `frontMean[k]`, `frontSquares[k]` for the newest k of them. Between turns the front is
     * looked up, the back grows by Welford's step, and both are combined by Chan's formula.
     *
     * All of it is done on `x - origin`, where the origin is the block's newest number. It is in the
     * window until the next turn, so the shifted numbers are never larger than the window's range, and
     * an offset of 1e9 costs no digits.
     *
     * Everything but the number of updates since the turn follows from the ring.
     */
    private final Ring window;
    private final int period;
    private final double[] reciprocals;
    private final double[] frontMean;
    private final double[] frontSquares;
    private double origin;
    private int backCount;
    private double backMean;
    private double backSquares;
    private double mean;
    private double variance;

    /// Moments of a ring that others may read too.
    ///
    /// @param window an empty ring of at least `period` numbers
    /// @param period numbers, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range or the ring cannot hold it
    public RollingMoments(Ring window, int period) {
        this.period = Period.checked(period, 1);
        this.window = window.checkedFor(period);
        reciprocals = new double[period + 1];
        for (int count = 1; count <= period; count++) {
            reciprocals[count] = 1.0 / count;
        }
        frontMean = new double[period + 1];
        frontSquares = new double[period + 1];
    }

    /// Takes the ring as it is now.
    public void update() {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            turn();
        } else if (ready()) {
            extendBack(window.get(0), backCount);
        }
        combine();
    }

    /// @return the mean
    /// @throws IllegalStateException before [#ready]
    public double mean() {
        Period.checkOver(this);
        return mean;
    }

    /// @return the population variance, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double variance() {
        Period.checkOver(this);
        return variance;
    }

    /// @return the population standard deviation, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double deviation() {
        return Math.sqrt(variance());
    }

    /// @return how many standard deviations the newest number is above the mean; 0 when there is no
    ///   deviation
    /// @throws IllegalStateException before [#ready]
    public double zScore() {
        double deviation = deviation();
        return deviation > 0 ? (window.get(0) - mean) / deviation : 0;
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return window.size() >= period;
    }

    /// @return the [#mean]
    @Override
    public double value() {
        return mean();
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(backCount);
    }

    /// The ring must have been restored before.
    @Override
    public void restore(StateInput in) {
        backCount = in.getCount(period - 1);
        if (ready()) {
            turn();
            for (int count = 1; count <= backCount; count++) {
                extendBack(window.get(backCount - count), count);
            }
            combine();
        }
    }

    /// Lays down the front: the numbers that had come when `backCount` was 0 and are still here.
    private void turn() {
        origin = window.get(backCount);
        double runningMean = 0;
        double squares = 0;
        for (int count = 1; count <= period - backCount; count++) {
            double shifted = window.get(backCount + count - 1) - origin;
            double delta = shifted - runningMean;
            runningMean += delta * reciprocals[count];
            squares += delta * (shifted - runningMean);
            frontMean[count] = runningMean;
            frontSquares[count] = squares;
        }
        backMean = 0;
        backSquares = 0;
    }

    private void extendBack(double value, int count) {
        double shifted = value - origin;
        double delta = shifted - backMean;
        backMean += delta * reciprocals[count];
        backSquares += delta * (shifted - backMean);
    }

    private void combine() {
        int frontCount = period - backCount;
        double backShare = backCount * reciprocals[period];
        double gap = backMean - frontMean[frontCount];
        mean = origin + (frontMean[frontCount] + gap * backShare);
        double squares =
                frontSquares[frontCount] + backSquares + gap * gap * frontCount * backShare;
        variance = squares * reciprocals[period];
    }
}

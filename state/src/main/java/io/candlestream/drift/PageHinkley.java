package io.candlestream.drift;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Page's cumulative sum test against the mean so far, for growth of the mean loss.
///
/// | quantity | meaning |
/// |---|---|
/// | input | losses of any unit |
/// | output | [Drift#DRIFT] when the excess passes the threshold; never a warning |
/// | warm-up | `leastCount` losses since the start or the last drift |
/// | state | 2 doubles and a counter; O(1) time, no allocation per update |
///
/// ```
/// mean   <- mean + (loss - mean) / n
/// excess <- max(0, excess + loss - mean - tolerance)          drift when it is > threshold
/// ```
///
/// The excess is the distance of Page's cumulative sum from its least value so far. A growth of the
/// mean by `g` is noticed after about `threshold / (g - tolerance)` losses. While nothing changes,
/// alarms of losses with the variance `v` are about `v / (2 tolerance^2) (e^z - 1 - z)` apart, `z =
/// 2 tolerance threshold / v`. Sums never fade, as in the original; River's do. Not thread-safe:
/// owned by one stream task.
///
/// Source: E. S. Page, _Biometrika_ 41 (1954) 100; D. V. Hinkley, _Biometrika_ 58 (1971) 509.
public final class PageHinkley implements DriftDetector {

    private final double tolerance;
    private final double threshold;
    private final int leastCount;
    private long count;
    private double mean;
    private double excess;

    /// A detector that has seen no loss.
    ///
    /// @param tolerance growth of the mean that is no drift, in the losses' unit, 0 and more
    /// @param threshold excess that is drift, in the losses' unit, above 0
    /// @param leastCount losses before drift can be said, at least 1
    /// @throws IllegalArgumentException when a number is out of range
    public PageHinkley(double tolerance, double threshold, int leastCount) {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be at least 0, was " + tolerance);
        }
        if (leastCount < 1) {
            throw new IllegalArgumentException("least count must be at least 1, was " + leastCount);
        }
        this.tolerance = tolerance;
        this.threshold = Losses.between("threshold", threshold, 0, Double.POSITIVE_INFINITY);
        this.leastCount = leastCount;
    }

    @Override
    public String name() {
        return "page_hinkley";
    }

    @Override
    public Drift update(double loss) {
        double checked = Losses.checked(loss);
        count++;
        mean += (checked - mean) / count;
        excess = Math.max(0, excess + (checked - mean - tolerance));
        if (count < leastCount || excess <= threshold) {
            return Drift.STABLE;
        }
        count = 0;
        mean = 0;
        excess = 0;
        return Drift.DRIFT;
    }

    /// Layout: count, mean, excess.
    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        out.putDouble(mean);
        out.putDouble(excess);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        mean = Losses.restored(in.getDouble(), -Double.MAX_VALUE);
        excess = Losses.restored(in.getDouble(), 0);
    }
}

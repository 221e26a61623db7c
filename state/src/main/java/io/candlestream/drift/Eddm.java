package io.candlestream.drift;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Early drift detection method: the distance between errors against the longest it has been.
///
/// | quantity | meaning |
/// |---|---|
/// | input | 1 for a miss and 0 for a hit, or losses of which those above a bound are errors |
/// | output | [Drift#WARNING] and [Drift#DRIFT] when the distance has shrunk to a share |
/// | warm-up | `leastErrors` errors since the start or the last drift |
/// | state | 3 doubles and 3 counters; O(1) time, no allocation per update |
///
/// ```
/// p' = mean of losses from one error to the next          s' = their standard deviation
/// level = (p' + 2 s') / (the greatest it has been)          warning below warningLevel, drift below driftLevel
/// ```
///
/// Said between errors is what was said at the last one, but for a drift. Made for slow changes; it
/// pays with false alarms, which a greater `leastErrors` makes rarer. Not thread-safe: owned by one
/// stream task.
///
/// Source: M. Baena-García et al., _Early Drift Detection Method_, Fourth International Workshop on
/// Knowledge Discovery from Data Streams, 2006.
public final class Eddm implements DriftDetector {

    private final double errorAbove;
    private final double warningLevel;
    private final double driftLevel;
    private final int leastErrors;
    private long errors;
    private long sinceError;
    private boolean warned;
    private double mean;
    private double squares;
    private double greatest;

    /// A detector that has seen no loss.
    ///
    /// @param errorAbove a greater loss is an error, finite; 0.5 for losses of 0 and 1
    /// @param warningLevel share of the greatest distance below which it is a warning, below 1;
    ///   published: 0.95
    /// @param driftLevel share below which it is drift, above 0 and below the warning's; published:
    ///   0.9
    /// @param leastErrors errors before anything is said, at least 2; published: 30
    /// @throws IllegalArgumentException when a number is out of range
    public Eddm(double errorAbove, double warningLevel, double driftLevel, int leastErrors) {
        if (!Double.isFinite(errorAbove)) {
            throw new IllegalArgumentException(
                    "the bound of errors must be finite, was " + errorAbove);
        }
        if (leastErrors < 2) {
            throw new IllegalArgumentException(
                    "least errors must be at least 2, was " + leastErrors);
        }
        this.errorAbove = errorAbove;
        this.warningLevel = Losses.between("warning level", warningLevel, 0, 1);
        this.driftLevel = Losses.between("drift level", driftLevel, 0, warningLevel);
        this.leastErrors = leastErrors;
    }

    @Override
    public String name() {
        return "eddm";
    }

    @Override
    public Drift update(double loss) {
        boolean isError = Losses.checked(loss) > errorAbove;
        sinceError++;
        if (!isError) {
            return said();
        }
        errors++;
        double delta = sinceError - mean;
        mean += delta / errors;
        squares += delta * (sinceError - mean);
        sinceError = 0;
        if (errors < leastErrors) {
            return Drift.STABLE;
        }
        double distance = mean + 2 * Math.sqrt(squares / errors);
        greatest = Math.max(greatest, distance);
        if (distance < driftLevel * greatest) {
            begin();
            return Drift.DRIFT;
        }
        warned = distance < warningLevel * greatest;
        return said();
    }

    private Drift said() {
        return warned ? Drift.WARNING : Drift.STABLE;
    }

    private void begin() {
        errors = 0;
        sinceError = 0;
        warned = false;
        mean = 0;
        squares = 0;
        greatest = 0;
    }

    /// Layout: errors, losses since the last one, whether it was a warning, mean and sum of squares
    /// of distances, the greatest distance.
    @Override
    public void save(StateOutput out) {
        out.putLong(errors);
        out.putLong(sinceError);
        out.putBoolean(warned);
        out.putDouble(mean);
        out.putDouble(squares);
        out.putDouble(greatest);
    }

    @Override
    public void restore(StateInput in) {
        errors = in.getCounter();
        sinceError = in.getCounter();
        warned = in.getBoolean();
        mean = Losses.restored(in.getDouble(), 0);
        squares = Losses.restored(in.getDouble(), 0);
        greatest = Losses.restored(in.getDouble(), 0);
    }
}

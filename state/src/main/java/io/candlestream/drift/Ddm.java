package io.candlestream.drift;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Drift detection method: the mean loss against the best it has been.
///
/// | quantity | meaning |
/// |---|---|
/// | input | 1 for a miss and 0 for a hit, or losses of any unit |
/// | output | [Drift#WARNING] at 2 and [Drift#DRIFT] at 3 deviations, as the levels are set |
/// | warm-up | `leastCount` losses since the start or the last drift |
/// | state | 4 doubles and a counter; O(1) time, no allocation per update |
///
/// ```
/// p = mean loss          s = sqrt(variance of losses / n)          sqrt(p (1 - p) / n) for 0 and 1, as published
/// p_min, s_min           those of the loss after which p + s was least
/// warning  p + s >= p_min + warningLevel s_min          drift  p + s >= p_min + driftLevel s_min
/// ```
///
/// While no two losses have differed, `s` is 0 and nothing is judged: else the first miss after a
/// run of hits would be a drift. Not thread-safe: owned by one stream task.
///
/// Source: J. Gama, P. Medas, G. Castillo, P. Rodrigues, _Learning with Drift Detection_, SBIA
/// 2004.
public final class Ddm implements DriftDetector {

    private final double warningLevel;
    private final double driftLevel;
    private final int leastCount;
    private long count;
    private double mean;
    private double squares;
    private double leastMean;
    private double leastError;

    /// A detector that has seen no loss.
    ///
    /// @param warningLevel deviations over the least mean that are a warning, above 1; published: 2
    /// @param driftLevel deviations that are drift, above the warning's; published: 3
    /// @param leastCount losses before anything is said, at least 2; published: 30
    /// @throws IllegalArgumentException when a number is out of range
    public Ddm(double warningLevel, double driftLevel, int leastCount) {
        if (leastCount < 2) {
            throw new IllegalArgumentException("least count must be at least 2, was " + leastCount);
        }
        this.warningLevel = Losses.between("warning level", warningLevel, 1, 1e9);
        this.driftLevel = Losses.between("drift level", driftLevel, warningLevel, 1e9);
        this.leastCount = leastCount;
        begin();
    }

    private void begin() {
        count = 0;
        mean = 0;
        squares = 0;
        leastMean = Double.MAX_VALUE;
        leastError = 0;
    }

    @Override
    public String name() {
        return "ddm";
    }

    @Override
    public Drift update(double loss) {
        double checked = Losses.checked(loss);
        count++;
        double delta = checked - mean;
        mean += delta / count;
        squares += delta * (checked - mean);
        double error = Math.sqrt(squares) / count;
        if (count <= leastCount || error == 0) {
            return Drift.STABLE;
        }
        double sum = mean + error;
        if (sum <= leastMean + leastError) {
            leastMean = mean;
            leastError = error;
        }
        if (sum >= leastMean + driftLevel * leastError) {
            begin();
            return Drift.DRIFT;
        }
        return sum >= leastMean + warningLevel * leastError ? Drift.WARNING : Drift.STABLE;
    }

    /// Layout: count, mean, sum of squares, least mean and its standard error.
    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        out.putDouble(mean);
        out.putDouble(squares);
        out.putDouble(leastMean);
        out.putDouble(leastError);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        mean = Losses.restored(in.getDouble(), -Double.MAX_VALUE);
        squares = Losses.restored(in.getDouble(), 0);
        leastMean = Losses.restored(in.getDouble(), -Double.MAX_VALUE);
        leastError = Losses.restored(in.getDouble(), 0);
    }
}

package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Standardises by a mean and deviation in which a vector counts half as much after every
/// half-life.
///
/// | quantity | meaning |
/// |---|---|
/// | input | finite numbers, none beyond 1e100 either way |
/// | output | standard deviations above the mean, in `[-clip, clip]` |
/// | warm-up | none; 0 until a feature has taken two values |
/// | state | 2 doubles a feature and 1; O(1) time, no allocation per vector |
///
/// ```
/// fade    = 2^(-1 / half-life)
/// weight  <- fade weight + 1
/// mean    <- mean + (x - mean) / weight
/// squares <- fade squares + (x - mean before) * (x - mean after)   variance = squares / weight
/// scaled   = (x - mean) / sqrt(variance)                           0 when the variance is 0
/// ```
///
/// Not thread-safe: owned by one stream task.
///
/// Source: D. H. D. West, _Communications of the ACM_ 22 (1979) 532.
final class FadingScaler implements Scaler {

    private final double fade;
    private final double clip;
    private final double[] means;
    private final double[] squares;
    private double weight;

    /// A scaler that has seen nothing.
    ///
    /// @param halfLife vectors after which one counts half, above 0
    FadingScaler(int featureCount, double halfLife, double clip) {
        this.fade = StrictMath.pow(2, -1 / halfLife);
        this.clip = clip;
        this.means = new double[featureCount];
        this.squares = new double[featureCount];
    }

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        weight = fade * weight + 1;
        for (int i = 0; i < means.length; i++) {
            double value = raw[i];
            double delta = value - means[i];
            means[i] += delta / weight;
            double rest = value - means[i];
            squares[i] = fade * squares[i] + delta * rest;
            double variance = squares[i] / weight;
            scaled[i] = variance > 0 ? Scaler.clipped(rest / Math.sqrt(variance), clip) : 0;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.putDouble(weight);
        out.putDoubles(means);
        out.putDoubles(squares);
    }

    @Override
    public void restore(StateInput in) {
        weight = in.getDouble();
        in.getDoubles(means);
        in.getDoubles(squares);
    }
}

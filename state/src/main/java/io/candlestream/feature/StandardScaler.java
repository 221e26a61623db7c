package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Standardises a feature vector by the mean and deviation of everything it has seen so far.
///
/// | quantity | meaning |
/// |---|---|
/// | input | `featureCount` finite numbers, none beyond 1e100 either way |
/// | output | standard deviations above the mean, in `[-clip, clip]` |
/// | warm-up | none; 0 until a feature has taken two values |
/// | state | 2 doubles a feature and a counter; no allocation per vector |
///
/// ```
/// mean    <- mean + (x - mean) / count
/// squares <- squares + (x - mean before) * (x - mean after)       variance = squares / count
/// scaled   = (x - mean) / sqrt(variance)                          0 when the variance is 0
/// ```
///
/// The population's variance, as scikit-learn. Updating and then transforming the same vector uses
/// nothing that is not known by then. Not thread-safe: owned by one stream task.
///
/// Source: B. P. Welford, _Technometrics_ 4 (1962) 419.
public final class StandardScaler implements Scaler {

    private final double clip;
    private final double[] means;
    private final double[] squares;
    private long count;

    /// A scaler that has seen nothing.
    ///
    /// @param featureCount numbers of a vector, at least 1
    /// @param clip standard deviations beyond which a scaled number is cut, finite and `> 0`
    /// @throws IllegalArgumentException when either is out of range
    public StandardScaler(int featureCount, double clip) {
        if (featureCount < 1) {
            throw new IllegalArgumentException(
                    "feature count must be at least 1, was " + featureCount);
        }
        if (!(clip > 0 && clip <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("clip must be finite and above 0, was " + clip);
        }
        this.clip = clip;
        means = new double[featureCount];
        squares = new double[featureCount];
    }

    /// Learns the next vector.
    ///
    /// @param raw `featureCount` numbers, unchanged
    public void update(double[] raw) {
        checkLength(raw);
        count++;
        double weight = 1.0 / count;
        for (int i = 0; i < means.length; i++) {
            double value = raw[i];
            double delta = value - means[i];
            double mean = means[i] + delta * weight;
            means[i] = mean;
            squares[i] += delta * (value - mean);
        }
    }

    /// Scales a vector by what has been learned until now.
    ///
    /// @param raw `featureCount` numbers, unchanged unless it is `scaled` too
    /// @param scaled receives `featureCount` numbers
    public void transform(double[] raw, double[] scaled) {
        checkLength(raw);
        checkLength(scaled);
        double weight = count == 0 ? 0 : 1.0 / count;
        for (int i = 0; i < means.length; i++) {
            scaled[i] = (raw[i] - means[i]) / Math.sqrt(squares[i] * weight);
        }
        cut(scaled, weight);
    }

    /// Learns the next vector and scales it by all that is known then: the bits of [#update] and
    /// [#transform], in fewer passes.
    ///
    /// @param raw `featureCount` numbers, unchanged unless it is `scaled` too
    /// @param scaled receives `featureCount` numbers
    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        checkLength(raw);
        checkLength(scaled);
        count++;
        double weight = 1.0 / count;
        for (int i = 0; i < means.length; i++) {
            double value = raw[i];
            double delta = value - means[i];
            double mean = means[i] + delta * weight;
            double square = squares[i] + delta * (value - mean);
            means[i] = mean;
            squares[i] = square;
            scaled[i] = (value - mean) / Math.sqrt(square * weight);
        }
        cut(scaled, weight);
    }

    /// A pass of its own: without a branch the one before runs on vectors, at half the price. What
    /// that makes of a variance of 0 is infinite or not a number, and so never within the clip.
    private void cut(double[] scaled, double weight) {
        for (int i = 0; i < scaled.length; i++) {
            if (!(Math.abs(scaled[i]) <= clip)) {
                scaled[i] = squares[i] * weight > 0 ? Math.copySign(clip, scaled[i]) : 0;
            }
        }
    }

    /// @return the mean of a feature, 0 before the first vector
    public double mean(int feature) {
        return means[feature];
    }

    /// @return the population variance of a feature, 0 before the second vector
    public double variance(int feature) {
        return count == 0 ? 0 : squares[feature] / count;
    }

    /// @return how many vectors have been learned
    public long count() {
        return count;
    }

    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        out.putDoubles(means);
        out.putDoubles(squares);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        in.getDoubles(means);
        in.getDoubles(squares);
    }

    private void checkLength(double[] vector) {
        if (vector.length != means.length) {
            throw new IllegalArgumentException(
                    "the vector must hold " + means.length + " features, held " + vector.length);
        }
    }
}

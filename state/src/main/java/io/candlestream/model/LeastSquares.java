package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Linear coefficients that minimise the sum of all squared errors so far, kept with a square root
/// `S` of their covariance, `P = S S'`.
///
/// ```
/// f  = S' x,   v = S f                          x with a 1 at its end for the intercept
/// a  = forgetting + f.f
/// w <- limit(w + v e min(1/a, clip / |v e|))    e = y - w x, cut to 1e12 in magnitude
/// S <- (S - v f' / (a + sqrt(forgetting a))) / sqrt(forgetting)
/// S <- S sqrt(trace at the start / trace of P)  only where the trace of P has become greater
///
/// noise = (1 + sum of e^2 / a) / (1 + number of them)                both sums fade by forgetting
/// ```
///
/// The square root keeps `P` from losing its sign to rounding. The last line stops forgetting where
/// nothing is learned: without it `P` would grow beyond all bounds while features do not change.
///
/// State: `(featureCount + 1) (featureCount + 2) + 2` doubles. An example costs three passes over
/// `S`. Not thread-safe: owned by one stream task.
///
/// Source: J. E. Potter in R. H. Battin, _Astronautical guidance_, 1964, section 9.5; with
/// forgetting in G. J. Bierman, _Factorization methods for discrete sequential estimation_, 1977.
final class LeastSquares implements Stateful {

    /// The matrix of more would be greater than 8 MB.
    private static final int MOST_FEATURES = 1_000;

    private static final double GREATEST = 1e12;

    private final double forgetting;
    private final double greatestTrace;
    private final double clip;
    private final double[] weights;

    /// `S`, row after row.
    private final double[] root;

    /// The sum of squared errors in units of their variance, and of their weights.
    private final double[] errors = {1, 1};

    /// Scratch: `f` and `v`.
    private final double[] projected;

    private final double[] direction;

    LeastSquares(double forgetting, double variance, double clip, int featureCount) {
        Shape.checkFeatureCount(featureCount);
        if (featureCount > MOST_FEATURES) {
            throw new IllegalArgumentException(
                    "feature count of least squares must be at most "
                            + MOST_FEATURES
                            + ", was "
                            + featureCount);
        }
        int size = featureCount + 1;
        this.forgetting = forgetting;
        this.clip = clip;
        greatestTrace = variance * size;
        weights = new double[size];
        root = new double[size * size];
        projected = new double[size];
        direction = new double[size];
        for (int j = 0; j < size; j++) {
            root[j * size + j] = Math.sqrt(variance);
        }
    }

    double[] coefficients() {
        return weights;
    }

    /// @return the variance of an error, noise and coefficients together; at most the greatest
    ///   double
    double variance(double[] features) {
        double variance = 1;
        for (int j = 0; j < weights.length; j++) {
            double projection = projection(features, j);
            variance += projection * projection;
        }
        variance *= errors[0] / errors[1];
        return variance <= Double.MAX_VALUE ? variance : Double.MAX_VALUE;
    }

    /// Component `j` of `f`.
    private double projection(double[] features, int j) {
        int size = weights.length;
        double sum = root[features.length * size + j];
        for (int i = 0; i < features.length; i++) {
            sum += root[i * size + j] * features[i];
        }
        return sum;
    }

    /// Learns one example.
    ///
    /// @return whether it did; nothing has changed where the square of the features, of what they
    ///   are projected on, or the target was not finite
    boolean learn(double[] features, double target) {
        project(features);
        double spread = forgetting + LinearScore.squares(projected);
        double score = LinearScore.plain(weights, features);
        if (!(LinearScore.squares(features) <= Double.MAX_VALUE
                && spread <= Double.MAX_VALUE
                && Math.abs(target) <= Double.MAX_VALUE)) {
            return false;
        }
        double error = Math.clamp(target - score, -GREATEST, GREATEST);
        errors[0] = forgetting * errors[0] + error * error / spread;
        errors[1] = forgetting * errors[1] + 1;
        direct();
        move(error / spread);
        shrink(1 / (spread + Math.sqrt(forgetting * spread)));
        return true;
    }

    private void project(double[] features) {
        int size = weights.length;
        System.arraycopy(root, features.length * size, projected, 0, size);
        for (int i = 0; i < features.length; i++) {
            double feature = features[i];
            int row = i * size;
            for (int j = 0; j < size; j++) {
                projected[j] += root[row + j] * feature;
            }
        }
    }

    private void direct() {
        int size = weights.length;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += root[i * size + j] * projected[j];
            }
            direction[i] = sum;
        }
    }

    private void move(double gain) {
        double length = Math.abs(gain) * Math.sqrt(LinearScore.squares(direction));
        double step = length > clip ? gain * (clip / length) : gain;
        for (int j = 0; j < weights.length; j++) {
            weights[j] += step * direction[j];
        }
        WeightRows.limit(weights);
    }

    private void shrink(double factor) {
        int size = weights.length;
        double grow = 1 / Math.sqrt(forgetting);
        double trace = 0;
        for (int i = 0; i < size; i++) {
            double along = factor * direction[i];
            for (int j = 0; j < size; j++) {
                double value = (root[i * size + j] - along * projected[j]) * grow;
                root[i * size + j] = value;
                trace += value * value;
            }
        }
        if (trace > greatestTrace) {
            double back = Math.sqrt(greatestTrace / trace);
            for (int i = 0; i < root.length; i++) {
                root[i] *= back;
            }
        }
    }

    /// Layout: the sums of errors and of weights, the square root row after row, the coefficients.
    @Override
    public void save(StateOutput out) {
        out.putDoubles(errors);
        out.putDoubles(root);
        out.putDoubles(weights);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restoreSquares(errors, in);
        Memories.check(errors[1] > 0, "weight", errors[1]);
        Memories.restore(root, in);
        WeightRows.restore(weights, in);
    }
}

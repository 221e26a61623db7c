package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A linear model of a number that keeps the covariance of its coefficients: recursive least
/// squares with [LeastSquaresConfig], Bayesian linear regression with [BayesianRegressionConfig].
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude; at most 1,000 of them |
/// | output | the mean expected; [#deviation] is how far off it may be |
/// | warm-up | none; 0 before the first example |
/// | coefficients | one row |
/// | state | `(featureCount + 1) (featureCount + 2) + 2` doubles and 2 counters; no allocation per example |
///
/// Without forgetting and clipping the coefficients are those of the ridge regression of all
/// examples, the intercept penalised as well. The formulas are in `LeastSquares`.
///
/// Where the square of a projected feature overflows (a feature of about 1e150 or more) the example
/// is refused. Not thread-safe: owned by one stream task.
public final class LeastSquaresRegressor implements OnlineRegressor, LinearModel {

    private final int featureCount;
    private final LeastSquares leastSquares;

    private long learnedCount;
    private long refusedCount;

    LeastSquaresRegressor(LeastSquares leastSquares, int featureCount) {
        this.featureCount = featureCount;
        this.leastSquares = leastSquares;
    }

    @Override
    public int featureCount() {
        return featureCount;
    }

    @Override
    public double predict(double[] features) {
        Shape.checkFeatures(features, featureCount);
        return LinearScore.of(leastSquares.coefficients(), features);
    }

    /// The standard deviation of a target around the prediction, by the noise so far and what is
    /// not known of the coefficients.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @return at least 0 and finite
    /// @throws IllegalArgumentException when the array has another length
    public double deviation(double[] features) {
        Shape.checkFeatures(features, featureCount);
        return Math.sqrt(leastSquares.variance(features));
    }

    @Override
    public void learn(double[] features, double target) {
        Shape.checkFeatures(features, featureCount);
        if (leastSquares.learn(features, target)) {
            learnedCount++;
        } else {
            refusedCount++;
        }
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    @Override
    public double coefficient(int label, int index) {
        return leastSquares.coefficients()[index];
    }

    @Override
    public double[][] coefficients() {
        return new double[][] {leastSquares.coefficients().clone()};
    }

    /// Layout: learned count, refused count, then that of `LeastSquares`.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        leastSquares.save(out);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        leastSquares.restore(in);
    }
}

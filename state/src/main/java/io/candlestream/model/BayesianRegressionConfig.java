package io.candlestream.model;

/// Bayesian linear regression, [LeastSquaresRegressor] that forgets nothing.
///
/// The coefficients have a normal distribution around 0 before the first example, the variance of
/// the noise an inverse gamma distribution; both stay so with every example. Its
/// [LeastSquaresRegressor#deviation] says how sure a prediction is.
///
/// Source: C. M. Bishop, _Pattern Recognition and Machine Learning_, 2006, section 3.3.
///
/// @param variance of each coefficient before the first example, in units of the noise, from 1e-6
///   to 1e6: its inverse is the strength of the ridge penalty
/// @param clip greatest Euclidean norm of a step of the coefficients, from 0.001 to 1e9
public record BayesianRegressionConfig(double variance, double clip) implements ModelConfig {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is violated
    public BayesianRegressionConfig {
        LeastSquaresConfig.checkVariance(variance);
        Clip.check(clip);
    }

    @Override
    public String id() {
        return "bayesian_regression";
    }

    @Override
    public String expression() {
        return "bayesian_regression(variance=%s,clip=%s)".formatted(variance, clip);
    }

    @Override
    public LeastSquaresRegressor createRegressor(int featureCount) {
        return new LeastSquaresRegressor(
                new LeastSquares(1, variance, clip, featureCount), featureCount);
    }
}

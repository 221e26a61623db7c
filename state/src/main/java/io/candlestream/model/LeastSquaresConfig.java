package io.candlestream.model;

/// Recursive least squares with forgetting, [LeastSquaresRegressor].
///
/// @param forgetting weight of an example beside the next one, from 0.5 to 1: 0.999 looks back over
///   about 1,000 examples, 1 forgets nothing
/// @param variance of each coefficient before the first example, in units of the noise, from 1e-6
///   to 1e6
/// @param clip greatest Euclidean norm of a step of the coefficients, from 0.001 to 1e9
public record LeastSquaresConfig(double forgetting, double variance, double clip)
        implements ModelConfig {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is violated
    public LeastSquaresConfig {
        if (!(forgetting >= 0.5 && forgetting <= 1)) {
            throw new IllegalArgumentException(
                    "forgetting must be from 0.5 to 1, was " + forgetting);
        }
        checkVariance(variance);
        Clip.check(clip);
    }

    static void checkVariance(double variance) {
        if (!(variance >= 1e-6 && variance <= 1e6)) {
            throw new IllegalArgumentException(
                    "variance must be from 1.0E-6 to 1.0E6, was " + variance);
        }
    }

    @Override
    public String id() {
        return "rls";
    }

    @Override
    public String expression() {
        return "rls(forgetting=%s,variance=%s,clip=%s)".formatted(forgetting, variance, clip);
    }

    @Override
    public LeastSquaresRegressor createRegressor(int featureCount) {
        return new LeastSquaresRegressor(
                new LeastSquares(forgetting, variance, clip, featureCount), featureCount);
    }
}

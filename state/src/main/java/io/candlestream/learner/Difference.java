package io.candlestream.learner;

/// How much more a model has lost than another forecaster on the same outcomes, by the log loss of
/// classes and the squared error of numbers; below 0 where the model is better.
///
/// @param than the other forecaster
/// @param outcomes how many outcomes are compared
/// @param mean mean difference
/// @param margin half the width of its 95 % confidence interval; infinite while there are too few
public record Difference(String than, long outcomes, double mean, double margin) {

    /// @return whether the interval lies below 0: the model is better, and not by chance
    public boolean isBetter() {
        return mean + margin < 0;
    }

    /// @return whether the interval lies above 0: the model is worse, and not by chance
    public boolean isWorse() {
        return mean - margin > 0;
    }
}

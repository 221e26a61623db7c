package io.candlestream.model;

import io.candlestream.codec.Stateful;

/// The coefficients of one linear score and the rule that teaches them: what [LinearClassifier] and
/// [LinearRegressor] are made of.
///
/// Not thread-safe: owned by one stream task.
sealed interface LinearRule extends Stateful permits GradientRule, PassiveAggressiveRule {

    /// @return the coefficients to predict with, a view: a weight for every feature, then the
    ///   intercept, none greater than [OnlineModel#WEIGHT_LIMIT] in magnitude
    double[] coefficients();

    /// Learns the next examples at another rate, where there is one.
    ///
    /// @param factor times the rate of the schedule
    default void scaleRate(double factor) {}

    /// Learns one example, or refuses it and counts it as refused.
    void learn(double[] features, double target);

    /// @return how many examples have been learned
    long learnedCount();

    /// @return how many examples were refused
    long refusedCount();
}

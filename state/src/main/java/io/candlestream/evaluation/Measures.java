package io.candlestream.evaluation;

/// What a stream of outcomes amounts to.
///
/// @param accuracy share of correct predictions, 0 to 1
/// @param balancedAccuracy mean over the classes that have occurred of the share of their outcomes
///   predicted correctly, 0 to 1; half of two, a third of three is what guessing earns
/// @param logLoss mean of [ScoringRules#logLoss], nats, at least 0
/// @param brierScore mean of [ScoringRules#brierScore], 0 to 2
public record Measures(
        double accuracy, double balancedAccuracy, double logLoss, double brierScore) {}

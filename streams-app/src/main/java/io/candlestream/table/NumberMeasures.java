package io.candlestream.table;

/// What predictions of a number amount to.
///
/// @param meanAbsoluteError in units of the target, at least 0
/// @param rootMeanSquaredError in units of the target, at least 0
/// @param r2 share of the variance of all targets that was foretold, at most 1; NaN where they do
///   not vary
public record NumberMeasures(double meanAbsoluteError, double rootMeanSquaredError, double r2) {}

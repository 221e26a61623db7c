package io.candlestream.backtest;

/// How much a feature weighs in a linear model, over the folds.
///
/// @param model id
/// @param feature name
/// @param mean of its coefficients' mean magnitude over the classes, of scaled features
/// @param spread sample standard deviation of that over the folds; 0 with one fold
public record ImportanceResult(String model, String feature, double mean, double spread) {}

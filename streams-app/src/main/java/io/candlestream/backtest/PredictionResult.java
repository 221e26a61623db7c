package io.candlestream.backtest;

import io.candlestream.evaluation.Measures;

/// How a forecaster did over all test windows.
///
/// @param name of the model or baseline; `champion` for whichever model was it
/// @param measures of its predictions, each made before its label was known
public record PredictionResult(String name, Measures measures) {}

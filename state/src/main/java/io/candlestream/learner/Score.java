package io.candlestream.learner;

import io.candlestream.evaluation.Prequential;

/// How a forecaster has done so far.
///
/// @param name id of the model, or name of the baseline
/// @param isBaseline whether it is a yardstick rather than the model
/// @param prequential its measures; live, they go on with every outcome
public record Score(String name, boolean isBaseline, Prequential prequential) {}

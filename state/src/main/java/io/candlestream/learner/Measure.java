package io.candlestream.learner;

/// One figure of a forecaster, as of now.
///
/// @param name lower case with underscores, and a dot before the name of a class, as in `recall.up`
/// @param allTime over every outcome
/// @param fading over the fading window, in which old outcomes count less and less
public record Measure(String name, double allTime, double fading) {}

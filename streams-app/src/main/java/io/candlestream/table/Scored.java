package io.candlestream.table;

/// A forecaster and how good it was.
///
/// @param <M> the measures
/// @param name what it is called, lower case with underscores
/// @param isBaseline whether it knows nothing but the targets before
/// @param measures over every row
public record Scored<M>(String name, boolean isBaseline, M measures) {}

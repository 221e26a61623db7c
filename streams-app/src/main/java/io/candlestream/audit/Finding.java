package io.candlestream.audit;

/// What one check found.
///
/// @param check its name, in lower case with underscores
/// @param isPassed whether it found what must hold
/// @param measured in a line, what was measured and against what
public record Finding(String check, boolean isPassed, String measured) {}

package io.candlestream.model;

/// The greatest Euclidean norm of a gradient or a step that a model takes.
final class Clip {

    /// Under this the square of a gradient that has to be clipped could underflow.
    private static final double SMALLEST = 1e-3;

    private static final double GREATEST = 1e9;

    private Clip() {}

    /// @throws IllegalArgumentException when the clip is not from 0.001 to 1e9
    static void check(double clip) {
        if (!(clip >= SMALLEST && clip <= GREATEST)) {
            throw new IllegalArgumentException(
                    "clip must be from %s to %s, was %s".formatted(SMALLEST, GREATEST, clip));
        }
    }
}

package io.candlestream.drift;

import io.candlestream.codec.StateFormatException;

/// The checks of losses that detectors share.
final class Losses {

    private static final double LARGEST = 1e75;

    private Losses() {}

    /// @return the loss, or 1e75 with its sign when it is further from zero
    /// @throws IllegalArgumentException when the loss is not finite
    static double checked(double loss) {
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException("loss must be finite, was " + loss);
        }
        return Math.clamp(loss, -LARGEST, LARGEST);
    }

    /// @return the number
    /// @throws StateFormatException when it is not finite or below the least one
    static double restored(double value, double least) {
        if (!(value >= least && value <= Double.MAX_VALUE)) {
            throw new StateFormatException(
                    "a number must be finite and at least " + least + ", was " + value);
        }
        return value;
    }

    /// @throws IllegalArgumentException when the number is not strictly between the bounds
    static double between(String name, double value, double above, double below) {
        if (!(value > above && value < below)) {
            throw new IllegalArgumentException(
                    "%s must be above %s and below %s, was %s"
                            .formatted(name, above, below, value));
        }
        return value;
    }
}

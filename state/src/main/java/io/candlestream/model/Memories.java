package io.candlestream.model;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;

/// What a model remembers beside its coefficients, read back and checked: within what learning can
/// reach, no step can overflow.
final class Memories {

    /// No memory of a rule is greater: clips, rates and weights are bounded, and so are examples in
    /// number.
    static final double LIMIT = 1e100;

    private Memories() {}

    /// Fills the array with numbers of either sign.
    ///
    /// @throws StateFormatException when one cannot be
    static void restore(double[] into, StateInput in) {
        in.getDoubles(into);
        for (double value : into) {
            check(Math.abs(value) <= LIMIT, "memory", value);
        }
    }

    /// Fills the array with sums of squares.
    ///
    /// @throws StateFormatException when one cannot be
    static void restoreSquares(double[] into, StateInput in) {
        in.getDoubles(into);
        for (double value : into) {
            check(value >= 0 && value <= LIMIT, "square", value);
        }
    }

    /// @throws StateFormatException when it is not possible
    static void check(boolean possible, String name, double value) {
        if (!possible) {
            throw new StateFormatException("every " + name + " must be in range, one was " + value);
        }
    }
}

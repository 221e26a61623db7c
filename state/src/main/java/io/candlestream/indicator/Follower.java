package io.candlestream.indicator;

/// A [Node] that needs no more of its inputs than their values, as most do: whoever has these may
/// advance it with them, and need not look at the inputs.
public sealed interface Follower {

    /// A node of one input.
    non-sealed interface OfOne extends Follower {

        /// Does what [Node#advance] does.
        ///
        /// @param input the input's value
        /// @return the value
        double advance(double input);
    }

    /// A node of two inputs.
    non-sealed interface OfTwo extends Follower {

        /// Does what [Node#advance] does.
        ///
        /// @param first value of the first input
        /// @param second value of the second input
        /// @return the value
        double advance(double first, double second);
    }

    /// A node of three inputs.
    non-sealed interface OfThree extends Follower {

        /// Does what [Node#advance] does.
        ///
        /// @param first value of the first input
        /// @param second value of the second input
        /// @param third value of the third input
        /// @return the value
        double advance(double first, double second, double third);
    }
}

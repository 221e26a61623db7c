package io.candlestream.indicator;

import java.util.List;

/// Computes the value of a [Derived] node from those of its inputs: finite when they are.
///
/// A formula that takes its inputs as arguments can be computed without looking at the nodes; that
/// is the one to write wherever the inputs' values are all it needs.
public sealed interface Formula {

    /// @param inputs of the node
    /// @return the value as of the inputs' present values
    double over(List<Node> inputs);

    /// Of what the nodes say besides their values, which it must know itself.
    @FunctionalInterface
    non-sealed interface Reading extends Formula {

        /// @return the value
        double value();

        @Override
        default double over(List<Node> inputs) {
            return value();
        }
    }

    /// Of the value of one input.
    @FunctionalInterface
    non-sealed interface OfOne extends Formula {

        /// @return the value
        double value(double input);

        @Override
        default double over(List<Node> inputs) {
            return value(inputs.get(0).value());
        }
    }

    /// Of the values of two inputs.
    @FunctionalInterface
    non-sealed interface OfTwo extends Formula {

        /// @return the value
        double value(double first, double second);

        @Override
        default double over(List<Node> inputs) {
            return value(inputs.get(0).value(), inputs.get(1).value());
        }
    }

    /// Of the values of three inputs.
    @FunctionalInterface
    non-sealed interface OfThree extends Formula {

        /// @return the value
        double value(double first, double second, double third);

        @Override
        default double over(List<Node> inputs) {
            return value(inputs.get(0).value(), inputs.get(1).value(), inputs.get(2).value());
        }
    }

    /// Of the values of four inputs.
    @FunctionalInterface
    non-sealed interface OfFour extends Formula {

        /// @return the value
        double value(double first, double second, double third, double fourth);

        @Override
        default double over(List<Node> inputs) {
            return value(
                    inputs.get(0).value(),
                    inputs.get(1).value(),
                    inputs.get(2).value(),
                    inputs.get(3).value());
        }
    }
}

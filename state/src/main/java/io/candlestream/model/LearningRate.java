package io.candlestream.model;

/// The step size of stochastic gradient descent as a function of the number of the example.
///
/// The rate is positive, and no later rate is greater than the first: what holds for `at(1)` bounds
/// them all.
public sealed interface LearningRate {

    /// The smallest rate a schedule may start with.
    double SMALLEST = 1e-12;

    /// The greatest rate a schedule may start with.
    double GREATEST = 1e3;

    /// @param step number of the example, from 1
    /// @return the rate for that example, positive and finite
    /// @throws IllegalArgumentException when the step is less than 1
    double at(long step);

    /// @return the canonical text, as in `inverse_scaling(0.05,0.25)`
    String expression();

    /// The same rate for every example.
    ///
    /// @param rate from 1e-12 to 1000
    record Constant(double rate) implements LearningRate {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the rate is outside it
        public Constant {
            checkRate(rate);
        }

        @Override
        public double at(long step) {
            checkStep(step);
            return rate;
        }

        @Override
        public String expression() {
            return "constant(" + rate + ')';
        }
    }

    /// A rate that falls with a power of the number of the example.
    ///
    /// ```
    /// at(t) = rate / t^power
    /// ```
    ///
    /// The powers 0, 0.25, 0.5, 0.75 and 1 are made of square roots, which IEEE 754 rounds exactly:
    /// the same bits everywhere, at a few nanoseconds. They may differ in the last bit from the
    /// power function of other libraries. Any other power costs a [java.lang.StrictMath#pow].
    ///
    /// @param rate rate of the first example, from 1e-12 to 1000
    /// @param power from 0 (constant) to 1
    record InverseScaling(double rate, double power) implements LearningRate {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public InverseScaling {
            checkRate(rate);
            if (!(power >= 0 && power <= 1)) {
                throw new IllegalArgumentException("power must be from 0 to 1, was " + power);
            }
        }

        @Override
        public double at(long step) {
            checkStep(step);
            return rate / raised((double) step);
        }

        private double raised(double step) {
            if (power == 0.5) {
                return Math.sqrt(step);
            }
            if (power == 0.25) {
                return Math.sqrt(Math.sqrt(step));
            }
            if (power == 0.75) {
                double root = Math.sqrt(step);
                return root * Math.sqrt(root);
            }
            if (power == 1) {
                return step;
            }
            return power == 0 ? 1 : StrictMath.pow(step, power);
        }

        @Override
        public String expression() {
            return "inverse_scaling(" + rate + ',' + power + ')';
        }
    }

    private static void checkRate(double rate) {
        if (!(rate >= SMALLEST && rate <= GREATEST)) {
            throw new IllegalArgumentException(
                    "rate must be from " + SMALLEST + " to " + GREATEST + ", was " + rate);
        }
    }

    private static void checkStep(long step) {
        if (step < 1) {
            throw new IllegalArgumentException("step must be at least 1, was " + step);
        }
    }
}

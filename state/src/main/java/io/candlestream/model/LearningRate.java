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

    /// The rate of Bottou's heuristic, as scikit-learn's `optimal`.
    ///
    /// ```
    /// at(t) = 1 / (alpha (t0 + t - 1))          t0 = alpha^(-3/4), so that at(1) = alpha^(-1/4)
    /// ```
    ///
    /// Source: L. Bottou, _Stochastic gradient descent tricks_, 2012, section 5.2.
    ///
    /// @param alpha usually the strength of the penalty, from 1e-12 to 1
    record Optimal(double alpha) implements LearningRate {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when alpha is outside it
        public Optimal {
            if (!(alpha >= SMALLEST && alpha <= 1)) {
                throw new IllegalArgumentException(
                        "alpha must be from " + SMALLEST + " to 1, was " + alpha);
            }
        }

        @Override
        public double at(long step) {
            checkStep(step);
            double first = Math.sqrt(1 / Math.sqrt(alpha));
            return 1 / (alpha * (1 / (first * alpha) + (double) (step - 1)));
        }

        @Override
        public String expression() {
            return "optimal(" + alpha + ')';
        }
    }

    /// A rate that falls along half a wave, and starts again.
    ///
    /// ```
    /// at(t) = least + (rate - least) (1 + cos(pi u)) / 2          u = ((t - 1) modulo period) / period
    /// ```
    ///
    /// The cosine is a polynomial, within two units in its last place: the same bits everywhere.
    ///
    /// Source: I. Loshchilov and F. Hutter, _SGDR: stochastic gradient descent with warm restarts_,
    /// ICLR 2017.
    ///
    /// @param rate rate of the first example of a period, from 1e-12 to 1000
    /// @param least what it falls to, from 1e-12 to the rate
    /// @param period examples from one start to the next, from 2 to 1e9
    record Cosine(double rate, double least, long period) implements LearningRate {

        private static final int TERMS = 11;

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public Cosine {
            checkRate(rate);
            if (!(least >= SMALLEST && least <= rate)) {
                throw new IllegalArgumentException(
                        "least must be from " + SMALLEST + " to the rate, was " + least);
            }
            checkCount("period", period);
        }

        @Override
        public double at(long step) {
            checkStep(step);
            double part = (double) ((step - 1) % period) / (double) period;
            return Math.min(rate, least + (rate - least) * (1 - sinePi(part - 0.5)) / 2);
        }

        /// The sine of `pi x`, where `|x| <= 1/2`, by its Taylor polynomial of degree 21.
        private static double sinePi(double x) {
            double angle = Math.PI * x;
            double minusSquare = -angle * angle;
            double sum = 1;
            for (int n = TERMS - 1; n > 0; n--) {
                sum = 1 + sum * minusSquare / (2 * n * (2 * n + 1));
            }
            return angle * sum;
        }

        @Override
        public String expression() {
            return "cosine(%s,%s,%s)".formatted(rate, least, period);
        }
    }

    /// A rate that is divided by 5 whenever the loss no longer falls, down to [#LEAST].
    ///
    /// The losses of `patience` examples make a block. After a block whose mean loss is not below
    /// the least of all blocks before by more than the tolerance, the rate falls. scikit-learn's
    /// `adaptive` does the same with epochs. Only models of [SgdConfig] and [MlpConfig] know their
    /// losses and can use it; [#at] is the rate before its first fall.
    ///
    /// @param rate first rate, from 1e-12 to 1000
    /// @param patience examples in a block, from 2 to 1e9
    /// @param tolerance by how much the loss must fall, at least 0
    record Adaptive(double rate, long patience, double tolerance) implements LearningRate {

        /// It falls no further.
        static final double LEAST = 1e-6;

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public Adaptive {
            checkRate(rate);
            checkCount("patience", patience);
            if (!(tolerance >= 0 && tolerance <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "tolerance must be at least 0 and finite, was " + tolerance);
            }
        }

        @Override
        public double at(long step) {
            checkStep(step);
            return rate;
        }

        @Override
        public String expression() {
            return "adaptive(%s,%s,%s)".formatted(rate, patience, tolerance);
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

    private static void checkCount(String name, long count) {
        if (count < 2 || count > 1_000_000_000) {
            throw new IllegalArgumentException(
                    name + " must be from 2 to 1000000000, was " + count);
        }
    }
}

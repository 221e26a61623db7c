package io.candlestream.calibration;

/// Which calibration, with which parameters; the mutable [Calibrator] itself is made by [#create].
///
/// The parameters decide every probability, so [#expression] belongs to the fingerprint of a
/// configuration.
public sealed interface CalibrationConfig {

    /// @return the canonical text in the grammar of expressions, as in
    ///   `temperature(learning_rate=0.01)`
    String expression();

    /// @param classCount how many classes there are, from 2 to 1,000
    /// @return a calibrator that has learned nothing
    /// @throws IllegalArgumentException when the count is out of range
    Calibrator create(int classCount);

    /// @return what is used where nothing is configured: none
    static CalibrationConfig standard() {
        return new None();
    }

    /// What the model says, to the bit.
    record None() implements CalibrationConfig {

        @Override
        public String expression() {
            return "none";
        }

        @Override
        public Calibrator create(int classCount) {
            return new NoCalibration(classCount);
        }
    }

    /// One temperature for all classes, [TemperatureScaling].
    ///
    /// @param learningRate step size in the logarithm of the temperature, above 0 and at most 1; at
    ///   the rate `r` the loss is about `r / 4` nats times the variance of the log probability
    ///   above the best temperature's
    record Temperature(double learningRate) implements CalibrationConfig {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the rate is outside it
        public Temperature {
            checkLearningRate(learningRate);
        }

        @Override
        public String expression() {
            return "temperature(learning_rate=" + learningRate + ')';
        }

        @Override
        public Calibrator create(int classCount) {
            return new TemperatureScaling(this, classCount);
        }
    }

    /// A scale and an offset a class, [PlattScaling].
    ///
    /// @param learningRate step size, above 0 and at most 1
    record Platt(double learningRate) implements CalibrationConfig {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the rate is outside it
        public Platt {
            checkLearningRate(learningRate);
        }

        @Override
        public String expression() {
            return "platt(learning_rate=" + learningRate + ')';
        }

        @Override
        public Calibrator create(int classCount) {
            return new PlattScaling(this, classCount);
        }
    }

    /// A rising curve a class, [IsotonicRegression].
    ///
    /// @param window outcomes a curve is fitted to, from 50 to 10,000
    /// @param every outcomes from one fit to the next, from 1 to the window
    record Isotonic(int window, int every) implements CalibrationConfig {

        private static final int SHORTEST = 50;

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public Isotonic {
            if (window < SHORTEST || window > SortedRing.LONGEST) {
                throw new IllegalArgumentException(
                        "window must be from %d to %d, was %d"
                                .formatted(SHORTEST, SortedRing.LONGEST, window));
            }
            if (every < 1 || every > window) {
                throw new IllegalArgumentException(
                        "every must be from 1 to the window %d, was %d".formatted(window, every));
            }
        }

        @Override
        public String expression() {
            return "isotonic(window=%d,every=%d)".formatted(window, every);
        }

        @Override
        public Calibrator create(int classCount) {
            return new IsotonicRegression(this, classCount);
        }
    }

    private static void checkLearningRate(double learningRate) {
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException(
                    "learning rate must be above 0 and at most 1, was " + learningRate);
        }
    }
}

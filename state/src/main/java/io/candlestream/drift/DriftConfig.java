package io.candlestream.drift;

/// Which detector, with which parameters; the mutable detector itself is made by [#create].
///
/// All of them watch losses from 0 to 1.
public sealed interface DriftConfig {

    /// @return the canonical text in the grammar of expressions
    String expression();

    /// @return a detector that has seen no loss
    /// @throws IllegalArgumentException when a parameter is out of range
    DriftDetector create();

    /// [Adwin].
    ///
    /// @param delta chance of a false cut at one loss, above 0 and below 1
    record AdwinConfig(double delta) implements DriftConfig {

        @Override
        public String expression() {
            return "adwin(" + delta + ')';
        }

        @Override
        public DriftDetector create() {
            return new Adwin(delta, 1);
        }
    }

    /// [PageHinkley].
    ///
    /// @param tolerance growth of the mean that is no drift, 0 and more
    /// @param threshold excess that is drift, above 0
    /// @param leastCount losses before drift can be said, at least 1
    record PageHinkleyConfig(double tolerance, double threshold, int leastCount)
            implements DriftConfig {

        @Override
        public String expression() {
            return "page_hinkley(" + tolerance + ',' + threshold + ',' + leastCount + ')';
        }

        @Override
        public DriftDetector create() {
            return new PageHinkley(tolerance, threshold, leastCount);
        }
    }

    /// [Ddm].
    ///
    /// @param warningLevel deviations over the least mean that are a warning, above 1
    /// @param driftLevel deviations that are drift, above the warning's
    /// @param leastCount losses before anything is said, at least 2
    record DdmConfig(double warningLevel, double driftLevel, int leastCount)
            implements DriftConfig {

        @Override
        public String expression() {
            return "ddm(" + warningLevel + ',' + driftLevel + ',' + leastCount + ')';
        }

        @Override
        public DriftDetector create() {
            return new Ddm(warningLevel, driftLevel, leastCount);
        }
    }

    /// [Eddm].
    ///
    /// @param errorAbove a greater loss is an error
    /// @param warningLevel share of the greatest distance below which it is a warning, below 1
    /// @param driftLevel share below which it is drift, above 0 and below the warning's
    /// @param leastErrors errors before anything is said, at least 2
    record EddmConfig(double errorAbove, double warningLevel, double driftLevel, int leastErrors)
            implements DriftConfig {

        @Override
        public String expression() {
            return "eddm(%s,%s,%s,%d)".formatted(errorAbove, warningLevel, driftLevel, leastErrors);
        }

        @Override
        public DriftDetector create() {
            return new Eddm(errorAbove, warningLevel, driftLevel, leastErrors);
        }
    }

    /// [Kswin].
    ///
    /// @param alpha chance that one test calls a drift where there is none, above 0 and below 1
    /// @param window losses remembered, at most 1000
    /// @param latest how many of them are compared with the others, from 2 to half the window
    /// @param every how many losses there are from one test to the next, from 1 to 1000
    /// @param seed of the draws
    record KswinConfig(double alpha, int window, int latest, int every, long seed)
            implements DriftConfig {

        @Override
        public String expression() {
            return "kswin(%s,%d,%d,%d,%d)".formatted(alpha, window, latest, every, seed);
        }

        @Override
        public DriftDetector create() {
            return new Kswin(alpha, window, latest, every, seed);
        }
    }
}

package io.candlestream.calibration;

/// Adaptive conformal prediction: what share of outcomes sets and bands are to hold, and how they
/// learn to.
///
/// The parameters decide every set, so [#expression] belongs to the fingerprint of a configuration.
///
/// @param coverage share of outcomes that are to be covered, above 0 and below 1
/// @param rate step of the level after an outcome, from 0 (never adapted: split conformal
///   prediction over a window) to 1; published: 0.005
/// @param window last scores that the quantile is taken of, from 2 to 10,000, and at least
///   `coverage / (1 - coverage)`: fewer cannot warrant such a coverage
public record ConformalConfig(double coverage, double rate, int window) {

    private static final int SHORTEST = 2;

    /// Checks the ranges and that the window can warrant the coverage.
    ///
    /// @throws IllegalArgumentException when one is violated
    public ConformalConfig {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException(
                    "coverage must be above 0 and below 1, was " + coverage);
        }
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be from 0 to 1, was " + rate);
        }
        if (window < SHORTEST || window > SortedRing.LONGEST) {
            throw new IllegalArgumentException(
                    "window must be from %d to %d, was %d"
                            .formatted(SHORTEST, SortedRing.LONGEST, window));
        }
        if (rank(coverage, window) > window) {
            throw new IllegalArgumentException(
                    "window must be at least coverage / (1 - coverage), was %d for %s"
                            .formatted(window, coverage));
        }
    }

    /// @return what is used where nothing else is configured: nine in ten, as published
    public static ConformalConfig standard() {
        return new ConformalConfig(0.9, 0.005, 500);
    }

    /// @return the canonical text in the grammar of expressions, as in
    ///   `conformal(coverage=0.9,rate=0.005,window=500)`
    public String expression() {
        return "conformal(coverage=%s,rate=%s,window=%d)".formatted(coverage, rate, window);
    }

    /// @param classCount how many classes there are, from 2 to 64
    /// @return sets of classes that have seen no outcome
    /// @throws IllegalArgumentException when the count is out of range
    public ConformalSets createSets(int classCount) {
        return new ConformalSets(this, classCount);
    }

    /// @return bands around a number that have seen no outcome
    public ConformalBands createBands() {
        return new ConformalBands(this);
    }

    /// @return which of so many scores, counted from 1, is not exceeded by the next one with that
    ///   probability; beyond them when they are too few
    static int rank(double coverage, int scores) {
        return (int) Math.ceil((scores + 1) * coverage);
    }
}

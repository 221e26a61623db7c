package io.candlestream.learner;

/// Over which outcomes forecasters are scored, besides all of them.
///
/// @param halfLife outcomes after which one counts half in the fading scores, positive
/// @param window the last outcomes that are kept one by one for scores of their own, from 2 to
///   10,000; 0 for none
public record Scoring(double halfLife, int window) {

    private static final int LONGEST_WINDOW = 10_000;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is outside its range
    public Scoring {
        if (!(halfLife > 0 && halfLife < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "half-life must be positive and finite, was " + halfLife);
        }
        if (window != 0 && (window < 2 || window > LONGEST_WINDOW)) {
            throw new IllegalArgumentException(
                    "window must be 0 or from 2 to " + LONGEST_WINDOW + ", was " + window);
        }
    }

    /// Scores over all time and fading alone.
    public Scoring(double halfLife) {
        this(halfLife, 0);
    }

    /// Tells whether the last outcomes are kept.
    public boolean isWindowed() {
        return window > 0;
    }

    /// The canonical text: equal scorings, and no others, have equal texts.
    public String expression() {
        return "half_life=" + halfLife + ",window=" + window;
    }
}

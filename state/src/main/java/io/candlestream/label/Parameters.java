package io.candlestream.label;

/// The ranges of what rules are told.
final class Parameters {

    private static final int LONGEST_HORIZON = 100_000;
    private static final int LONGEST_WINDOW = 10_000;
    private static final double GREATEST = 1e6;

    private Parameters() {}

    static int horizon(int horizon) {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "horizon must be from 1 to " + LONGEST_HORIZON + ", was " + horizon);
        }
        return horizon;
    }

    static int window(int window) {
        if (window < 2 || window > LONGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "window must be from 2 to " + LONGEST_WINDOW + ", was " + window);
        }
        return window;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value <= GREATEST)) {
            throw new IllegalArgumentException(
                    name + " must be positive and at most " + GREATEST + ", was " + value);
        }
        return value;
    }
}

package io.candlestream.indicator;

/// The length of an indicator in updates: how long it may be, and that no value is read before the
/// warm-up is over.
final class Period {

    private static final int LONGEST = 10_000;

    private Period() {}

    /// @return the period
    /// @throws IllegalArgumentException when it is not from `shortest` to 10,000
    static int checked(int period, int shortest) {
        if (period < shortest || period > LONGEST) {
            throw new IllegalArgumentException(
                    "period must be from " + shortest + " to " + LONGEST + ", was " + period);
        }
        return period;
    }

    /// @throws IllegalStateException when the indicator is not ready
    static void checkOver(Indicator indicator) {
        if (!indicator.ready()) {
            throw new IllegalStateException(
                    "a value needs " + indicator.warmUp() + " updates, there were fewer");
        }
    }
}

package io.candlestream.indicator;

/// A point between two numbers, from either of which no digit is lost.
final class Blend {

    private Blend() {}

    /// @param share from 0, which gives `from`, to 1, which gives `to`
    /// @return a number between both, written around the one it is closer to
    static double of(double from, double to, double share) {
        return share < 0.5 ? from + share * (to - from) : to + (1 - share) * (from - to);
    }
}

package io.candlestream.feature;

/// Quotients that are always a number.
final class Ratio {

    private Ratio() {}

    /// @return `part / whole`, or 0 when no finite number is that
    static double of(double part, double whole) {
        double quotient = part / whole;
        return Double.isFinite(quotient) ? quotient : 0;
    }
}

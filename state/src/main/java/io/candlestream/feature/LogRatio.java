package io.candlestream.feature;

/// The natural logarithm of one number over another.
///
/// ```
/// ln(to / from) = 2 artanh(z) = 2 (z + z^3 / 3 + z^5 / 5 + ...)        z = (to - from) / (to + from)
/// ```
///
/// Six terms are all that a double can tell while `|z|` is at most 1/32, which is a movement of 6
/// per cent. There the series is quicker than [StrictMath#log], and keeps the digits that are lost
/// in `to / from` when both are nearly equal. It is additions and multiplications, so the bits are
/// the same everywhere.
final class LogRatio {

    private static final double NEAR = 1.0 / 32;

    private LogRatio() {}

    /// @return `ln(to / from)`, or 0 when there is no such number; both at most 1e300 either way
    static double of(double to, double from) {
        double z = (to - from) / (to + from);
        if (Math.abs(z) <= NEAR) {
            return series(z);
        }
        double ratio = Ratio.of(to, from);
        return ratio > 0 ? StrictMath.log(ratio) : 0;
    }

    private static double series(double z) {
        double s = z * z;
        double rest = 1.0 / 3 + s * (1.0 / 5 + s * (1.0 / 7 + s * (1.0 / 9 + s * (1.0 / 11))));
        return 2 * (z + z * (s * rest));
    }
}

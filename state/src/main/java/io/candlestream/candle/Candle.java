package io.candlestream.candle;

/// One closed candle as its producer sent it. Nothing is checked here: [CandleGate] judges every
/// candle, and behind it all numbers are finite and in range.
///
/// @param series the instrument and interval it belongs to
/// @param openTimeMs UTC epoch milliseconds of the open, inclusive
/// @param open first price, quote currency per unit of base
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param baseVolume what was traded, in units of base
public record Candle(
        Series series,
        long openTimeMs,
        double open,
        double high,
        double low,
        double close,
        double baseVolume) {

    /// The time at which the candle is known: UTC epoch milliseconds, exclusive end, open time plus
    /// interval.
    public long closeTimeMs() {
        return openTimeMs + series.interval().durationMs();
    }

    /// Tells whether the other candle has the same time and, to the bit, the same numbers.
    public boolean isSameAs(Candle other) {
        return openTimeMs == other.openTimeMs
                && same(open, other.open)
                && same(high, other.high)
                && same(low, other.low)
                && same(close, other.close)
                && same(baseVolume, other.baseVolume);
    }

    private static boolean same(double left, double right) {
        return Double.doubleToLongBits(left) == Double.doubleToLongBits(right);
    }
}

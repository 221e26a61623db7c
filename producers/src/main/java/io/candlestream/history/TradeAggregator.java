package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import org.jspecify.annotations.Nullable;

/// Turns trades in the order of time into closed candles.
///
/// | quantity | meaning |
/// |---|---|
/// | input | trades of one instrument; those of the same time in the order they are given |
/// | open, close | price of the first and the last trade with `open time <= time < close time` |
/// | volume | sum of the amounts, in units of base, added in the order given |
/// | output | a candle, when the first trade at or after its close time has come |
///
/// An interval without trades gives no candle: that is a gap, and prices in it would be invented.
/// The last candle stays open until a later trade closes it, and the first is whole only if the
/// trades begin with its open time.
///
/// Not thread-safe: owned by whoever feeds it.
public final class TradeAggregator {

    private static final long DAY_MS = Interval.ONE_DAY.durationMs();

    private final Series series;
    private boolean isOpen;
    private long openTimeMs;
    private double open;
    private double high;
    private double low;
    private double close;
    private double baseVolume;

    /// An aggregator that has seen no trade.
    ///
    /// @param series the series its candles belong to
    public TradeAggregator(Series series) {
        this.series = series;
    }

    /// Takes one trade.
    ///
    /// @param timeMs UTC epoch milliseconds
    /// @param price quote currency per unit of base, finite and above 0
    /// @param amount units of base, finite and at least 0
    /// @return the candle that this trade closes, null while it belongs to the open one
    /// @throws IllegalArgumentException when a number is out of range or the trade is older than
    ///   the open candle; it is left out then
    public @Nullable Candle add(long timeMs, double price, double amount) {
        checkNumbers(price, amount);
        long tradeOpenTimeMs = openTimeOf(timeMs);
        if (isOpen && tradeOpenTimeMs == openTimeMs) {
            extend(price, amount);
            return null;
        }
        if (isOpen && tradeOpenTimeMs < openTimeMs) {
            throw new IllegalArgumentException(
                    "trade must not be older than the open candle of "
                            + openTimeMs
                            + ", was at "
                            + timeMs);
        }
        Candle closed =
                isOpen ? new Candle(series, openTimeMs, open, high, low, close, baseVolume) : null;
        begin(tradeOpenTimeMs, price, amount);
        return closed;
    }

    private static void checkNumbers(double price, double amount) {
        if (!(price > 0 && price <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("price must be finite and above 0, was " + price);
        }
        if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "amount must be finite and at least 0, was " + amount);
        }
    }

    /// The grid begins anew every midnight, and for longer intervals at some midnight before.
    private long openTimeOf(long timeMs) {
        Interval interval = series.interval();
        long step = Math.min(interval.durationMs(), DAY_MS);
        long gridTimeMs = timeMs - Math.floorMod(timeMs, step);
        while (!interval.isOnGrid(gridTimeMs)) {
            gridTimeMs -= step;
        }
        return gridTimeMs;
    }

    private void begin(long timeMs, double price, double amount) {
        isOpen = true;
        openTimeMs = timeMs;
        open = price;
        high = price;
        low = price;
        close = price;
        baseVolume = amount;
    }

    private void extend(double price, double amount) {
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        baseVolume += amount;
    }
}

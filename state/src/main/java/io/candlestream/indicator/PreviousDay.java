package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// High, low and close of the last UTC day that is over.
///
/// | quantity | meaning |
/// |---|---|
/// | input | open time, UTC epoch milliseconds; high, low, close |
/// | output | [#high], [#low], [#close]; the value is the close |
/// | warm-up | none |
/// | state | 6 doubles, the number of the day and 2 flags; O(1) time, no allocation per update |
///
/// A candle belongs to the day it opens in, and a day is over with the first candle of a later one.
/// Days without candles do not count. Until a day is over, what is known of the first one stands
/// in.
public final class PreviousDay extends Node {

    private static final long DAY_MS = 86_400_000;

    private final Node openTime;
    private final Node highPrice;
    private final Node lowPrice;
    private final Node closePrice;
    private long day;
    private double highSoFar;
    private double lowSoFar;
    private double closeSoFar;
    private double high;
    private double low;
    private boolean over;
    private boolean ready;

    /// The day before no candle.
    public PreviousDay(Node openTime, Node high, Node low, Node close) {
        super(openTime, high, low, close);
        this.openTime = openTime;
        highPrice = high;
        lowPrice = low;
        closePrice = close;
    }

    @Override
    public void update() {
        long today = Math.floorDiv((long) openTime.value(), DAY_MS);
        if (ready && today != day) {
            over = true;
            keep();
        }
        if (!ready || today != day) {
            highSoFar = highPrice.value();
            lowSoFar = lowPrice.value();
        } else {
            highSoFar = Math.max(highSoFar, highPrice.value());
            lowSoFar = Math.min(lowSoFar, lowPrice.value());
        }
        closeSoFar = closePrice.value();
        day = today;
        ready = true;
        if (!over) {
            keep();
        }
    }

    private void keep() {
        high = highSoFar;
        low = lowSoFar;
        put(closeSoFar);
    }

    /// @return the highest price of the day
    public double high() {
        return high;
    }

    /// @return the lowest price of the day
    public double low() {
        return low;
    }

    /// @return the last price of the day
    public double close() {
        return value();
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putLong(day);
        out.putDouble(highSoFar);
        out.putDouble(lowSoFar);
        out.putDouble(closeSoFar);
        out.putDouble(high);
        out.putDouble(low);
        out.putBoolean(over);
        out.putBoolean(ready);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        day = in.getLong();
        highSoFar = in.getDouble();
        lowSoFar = in.getDouble();
        closeSoFar = in.getDouble();
        high = in.getDouble();
        low = in.getDouble();
        over = in.getBoolean();
        ready = in.getBoolean();
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Klinger's volume force: volume with the sign of the trend, the more of it the less the candle's
/// range says about where the trend's ranges went.
///
/// | quantity | meaning |
/// |---|---|
/// | input | high, low, close and volume of a candle |
/// | output | per cent of the volume, from `-100` to `100` times it |
/// | warm-up | 2 candles: the first trend needs a previous price |
/// | state | 4 doubles and 2 flags; O(1) time, no allocation per update |
///
/// ```
/// price  = high + low + close                       range = high - low
/// trend <- 1 when the price rises, -1 when it falls, else as before; -1 at first
/// sum   <- sum + range, but previous range + range when the trend turns
/// force  = 100 trend volume |2 range / sum - 1|     0 when the sum is 0
/// ```
///
/// Formulas in print differ in where they put the absolute value; this one is that of the Tulip
/// library. Not thread-safe: owned by one stream task.
///
/// Source: S. J. Klinger, _Technical Analysis of Stocks & Commodities_ 15 (1997) 12.
public final class VolumeForce extends Node {

    private final Node high;
    private final Node low;
    private final Node close;
    private final Node volume;
    private final CompensatedSum sum = new CompensatedSum();
    private double previousPrice;
    private double previousRange;
    private boolean started;
    private boolean ready;
    private boolean rising;

    /// A force that has seen nothing.
    public VolumeForce(Node high, Node low, Node close, Node volume) {
        super(high, low, close, volume);
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    @Override
    public void update() {
        double price = high.value() + low.value() + close.value();
        double range = high.value() - low.value();
        if (started) {
            follow(price);
            sum.add(range);
            put(force(range));
            ready = true;
        }
        previousPrice = price;
        previousRange = range;
        started = true;
    }

    private void follow(double price) {
        boolean turns = rising ? price < previousPrice : price > previousPrice;
        if (turns) {
            rising = !rising;
            sum.clear();
            sum.add(previousRange);
        }
    }

    private double force(double range) {
        double total = sum.value();
        if (!(total > 0)) {
            return 0;
        }
        double size = 100 * volume.value() * Math.abs(2 * (range / total) - 1);
        return rising ? size : -size;
    }

    @Override
    public int ownWarmUp() {
        return 2;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(started);
        out.putBoolean(ready);
        out.putBoolean(rising);
        out.putDouble(previousPrice);
        out.putDouble(previousRange);
        sum.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        started = in.getBoolean();
        ready = in.getBoolean();
        rising = in.getBoolean();
        previousPrice = in.getDouble();
        previousRange = in.getDouble();
        sum.restore(in);
    }
}

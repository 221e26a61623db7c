package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Volume counted up when the close rises and down when it falls.
///
/// | quantity | meaning |
/// |---|---|
/// | input | close and volume of a candle |
/// | output | the sum since the first candle, in units of base |
/// | warm-up | 1 candle |
/// | state | 3 doubles and a flag; O(1) time, no allocation per update |
///
/// ```
/// sum <- sum + sign(close - previous close) * volume          starts with the first volume
/// ```
///
/// Starts with the volume of the first candle, as TA-Lib; libraries that start with 0 are that much
/// lower. Compensated: the rounding of millions of terms does not add up. Not thread-safe: owned by
/// one stream task.
///
/// Source: J. E. Granville, _New Key to Stock Market Profits_, 1963; TA-Lib 0.4.0, `TA_OBV`.
public final class OnBalanceVolume extends Node implements Follower.OfTwo {

    private final Node close;
    private final Node volume;
    private final CompensatedSum sum = new CompensatedSum();
    private double previousClose;
    private boolean ready;

    /// A sum that has seen nothing.
    public OnBalanceVolume(Node close, Node volume) {
        super(close, volume);
        this.close = close;
        this.volume = volume;
    }

    @Override
    public void update() {
        advance(close.value(), volume.value());
    }

    @Override
    public double advance(double price, double traded) {
        sum.add(ready ? Math.signum(price - previousClose) * traded : traded);
        put(sum.value());
        previousClose = price;
        ready = true;
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
        out.putBoolean(ready);
        out.putDouble(previousClose);
        sum.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
        previousClose = in.getDouble();
        sum.restore(in);
    }
}

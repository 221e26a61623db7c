package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Average true range, with Wilder's smoothing.
///
/// | quantity | meaning |
/// |---|---|
/// | input | high, low and close of a candle, quote currency per unit of base, `> 0` |
/// | output | range, in the unit of the price, `>= 0` |
/// | warm-up | `period + 1` candles: the first true range needs a previous close |
/// | state | 2 doubles and 2 counters; O(1) time, no allocation per update |
///
/// ```
/// range  = max(high, previous close) - min(low, previous close)
/// atr   <- atr + (range - atr) / period
/// ```
///
/// Seeded with the plain mean of the first `period` true ranges, as TA-Lib; libraries that count
/// `high - low` of the first candle as a true range differ while that seed fades. Not thread-safe:
/// owned by one stream task.
///
/// Source: J. W. Wilder, _New Concepts in Technical Trading Systems_, 1978, section III.
public final class Atr implements Indicator {

    private final int period;
    private final Ema average;
    private double previousClose;
    private boolean started;

    /// A range that has seen nothing.
    ///
    /// @param period true ranges, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Atr(int period) {
        this.period = Period.checked(period, 1);
        average = Ema.wilder(period);
    }

    /// Takes the next candle's prices.
    public void update(double high, double low, double close) {
        if (started) {
            average.update(Math.max(high, previousClose) - Math.min(low, previousClose));
        }
        previousClose = close;
        started = true;
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    public boolean ready() {
        return average.ready();
    }

    @Override
    public double value() {
        Period.checkOver(this);
        return average.value();
    }

    @Override
    public void save(StateOutput out) {
        out.putBoolean(started);
        out.putDouble(previousClose);
        average.save(out);
    }

    @Override
    public void restore(StateInput in) {
        started = in.getBoolean();
        previousClose = in.getDouble();
        average.restore(in);
    }
}

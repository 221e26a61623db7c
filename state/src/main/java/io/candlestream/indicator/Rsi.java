package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Relative strength index of closing prices, with Wilder's smoothing.
///
/// | quantity | meaning |
/// |---|---|
/// | input | close, quote currency per unit of base, finite and `> 0` |
/// | output | index in `[0, 100]`, dimensionless |
/// | warm-up | `period + 1` closes; [#value] throws before that |
/// | state | 3 doubles and 3 counters; O(1) time, no allocation per update |
///
/// ```
/// avgGain <- avgGain + (gain - avgGain) / period          same for avgLoss
/// rsi      = 100 * avgGain / (avgGain + avgLoss)          0 when both are zero, as TA-Lib
/// ```
///
/// Seeded with the plain mean of the first `period` changes; libraries that seed otherwise differ
/// while that seed fades. TA-Lib takes averages below 1e-8 for zero; here only zero is zero, so
/// that the index of a price does not depend on its unit. Not thread-safe: owned by one stream
/// task.
///
/// Source: J. W. Wilder, _New Concepts in Technical Trading Systems_, 1978, section VI.
public final class Rsi implements Indicator {

    private final int period;
    private final Ema averageGain;
    private final Ema averageLoss;
    private double previousClose;
    private boolean started;

    /// An index that has seen nothing.
    ///
    /// @param period price changes, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Rsi(int period) {
        this.period = Period.checked(period, 2);
        averageGain = Ema.wilder(period);
        averageLoss = Ema.wilder(period);
    }

    /// Takes the next close.
    public void update(double close) {
        if (started) {
            averageGain.update(Math.max(close - previousClose, 0));
            averageLoss.update(Math.max(previousClose - close, 0));
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
        return averageGain.ready();
    }

    @Override
    public double value() {
        Period.checkOver(this);
        double gain = averageGain.value();
        double movement = gain + averageLoss.value();
        return movement > 0 ? 100 * (gain / movement) : 0;
    }

    @Override
    public void save(StateOutput out) {
        out.putBoolean(started);
        out.putDouble(previousClose);
        averageGain.save(out);
        averageLoss.save(out);
    }

    @Override
    public void restore(StateInput in) {
        started = in.getBoolean();
        previousClose = in.getDouble();
        averageGain.restore(in);
        averageLoss.restore(in);
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Exponential moving average, and Wilder's slower one.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any finite number |
/// | output | average, in the input's unit, between the lowest and the highest input |
/// | warm-up | `period` updates; [#value] throws before that |
/// | state | 1 double and a counter; O(1) time, no allocation per update |
///
/// ```
/// ema <- x + (1 - alpha) * (ema - x)          alpha = 2 / (period + 1), Wilder's 1 / period
/// ```
///
/// Seeded with the plain mean of the first `period` inputs, as TA-Lib; libraries that seed with the
/// first input differ while that seed fades. Written around `x`, not around `ema`: an input that
/// never changes is returned to the bit, and a fall from 1e30 to 1e-30 leaves no negative
/// remainder. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_EMA`; J. W. Wilder, _New Concepts in Technical Trading Systems_, 1978.
public final class Ema implements Indicator {

    private final int period;
    private final double kept;
    private double value;
    private int seen;

    /// An average with the weight `2 / (period + 1)`.
    ///
    /// @param period inputs, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Ema(int period) {
        this(Period.checked(period, 1), (period - 1.0) / (period + 1.0));
    }

    private Ema(int period, double kept) {
        this.period = period;
        this.kept = kept;
    }

    /// An average with Wilder's weight, `1 / period`.
    ///
    /// @param period inputs, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Ema wilder(int period) {
        return new Ema(Period.checked(period, 1), (period - 1.0) / period);
    }

    /// Takes the next input.
    public void update(double input) {
        if (seen < period) {
            seen++;
            value += (input - value) / seen;
        } else {
            value = input + kept * (value - input);
        }
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return seen == period;
    }

    @Override
    public double value() {
        Period.checkOver(this);
        return value;
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(seen);
        out.putDouble(value);
    }

    @Override
    public void restore(StateInput in) {
        seen = in.getCount(period);
        value = in.getDouble();
    }
}

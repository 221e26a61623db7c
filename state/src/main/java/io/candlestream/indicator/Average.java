package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Exponential or Wilder's average of a node; see [Ema].
public final class Average extends Node implements Follower.OfOne {

    private final Node input;
    private final int period;
    private final double kept;
    private int seen;

    private Average(Node input, int period, double kept) {
        super(input);
        this.input = input;
        this.period = Period.checked(period, 1);
        this.kept = kept;
    }

    /// An average of a node with the weight `2 / (period + 1)`.
    ///
    /// @param period inputs, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Average exponential(Node input, int period) {
        return new Average(input, period, (period - 1.0) / (period + 1.0));
    }

    /// An average of a node with Wilder's weight, `1 / period`.
    ///
    /// @param period inputs, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Average wilder(Node input, int period) {
        return new Average(input, period, (period - 1.0) / period);
    }

    @Override
    public void update() {
        if (seen < period) {
            seen++;
            put(value() + (input.value() - value()) / seen);
        } else {
            advance(input.value());
        }
    }

    @Override
    public double advance(double newest) {
        return put(newest + kept * (value() - newest));
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return seen == period;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(seen);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        seen = in.getCount(period);
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// McGinley's dynamic: a moving average that hurries after a falling price and takes its time after
/// a rising one.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any node |
/// | output | average, in the node's unit, between the lowest and the highest input |
/// | warm-up | 1 update, though it takes several times `period` to forget the first input |
/// | state | its value; O(1) time, no allocation per update |
///
/// ```
/// value <- value + (x - value) / (period * (x / value)^4)
/// ```
///
/// Seeded with the first input. A fall so deep that the step would overshoot the price ends at the
/// price, where the bare formula would go on to numbers of any size. Not thread-safe: owned by one
/// stream task.
///
/// Source: J. R. McGinley, _Technical Analysis of Stocks and Commodities_ 15 (1997), "The McGinley
/// dynamic".
public final class McGinley extends Node {

    private final Node input;
    private final int period;
    private boolean started;

    /// An average that has seen nothing.
    ///
    /// @param period candles, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public McGinley(Node input, int period) {
        super(input);
        this.input = input;
        this.period = Period.checked(period, 1);
    }

    @Override
    public void update() {
        put(started ? Blend.of(value(), input.value(), share()) : input.value());
        started = true;
    }

    private double share() {
        if (value() == 0) {
            return 1;
        }
        double square = input.value() / value() * (input.value() / value());
        return Math.min(1, 1 / (period * square * square));
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return started;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(started);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        started = in.getBoolean();
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// How many candles in a row a number has risen, or fallen.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any node, and that node one candle ago |
/// | output | rises in a row, or below 0 as many falls; 0 when nothing moved |
/// | warm-up | 1 update |
/// | state | its value; O(1) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
///
/// Source: L. Connors, C. Alvarez, _An Introduction to ConnorsRSI_, 2012.
public final class Streak extends Node implements Follower.OfTwo {

    private final Node input;
    private final Node previous;
    private boolean started;

    /// A streak that has seen nothing.
    ///
    /// @param previous the input one candle ago
    public Streak(Node input, Node previous) {
        super(input, previous);
        this.input = input;
        this.previous = previous;
    }

    @Override
    public void update() {
        advance(input.value(), previous.value());
    }

    @Override
    public double advance(double now, double before) {
        if (now > before) {
            put(Math.max(value(), 0) + 1);
        } else if (now < before) {
            put(Math.min(value(), 0) - 1);
        } else {
            put(0);
        }
        started = true;
        return value();
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

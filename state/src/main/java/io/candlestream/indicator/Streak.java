package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// How often in a row a node has risen or fallen.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a node and its value one candle ago |
/// | output | candles in a row that rose, or less than 0 and as many that fell; 0 when unchanged |
/// | warm-up | 1 pair |
/// | state | a flag; O(1) time, no allocation per update |
///
/// ```
/// streak <- max(streak, 0) + 1   when x > x[1]
///           min(streak, 0) - 1   when x < x[1]
///           0                    when x = x[1]
/// ```
///
/// Source: L. Connors, _An Introduction to ConnorsRSI_, 2012.
public final class Streak extends Node {

    private final Node input;
    private final Node before;
    private boolean ready;

    /// A streak that has not begun.
    ///
    /// @param before the input's value one candle ago
    public Streak(Node input, Node before) {
        super(input, before);
        this.input = input;
        this.before = before;
    }

    @Override
    public void update() {
        double now = input.value();
        double then = before.value();
        if (now > then) {
            put(Math.max(value(), 0) + 1);
        } else {
            put(now < then ? Math.min(value(), 0) - 1 : 0);
        }
        ready = true;
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
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The highest of the last `period` values of a node; see [RollingHigh].
public final class Highest extends Node {

    private final RollingHigh high;

    /// A window that has seen nothing.
    ///
    /// @param period values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Highest(History input, int period) {
        super(input);
        high = new RollingHigh(input.ring(period), period);
    }

    @Override
    public void update() {
        high.update();
        if (high.ready()) {
            put(high.value());
        }
    }

    @Override
    public int ownWarmUp() {
        return high.warmUp();
    }

    @Override
    public boolean ready() {
        return high.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        high.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        high.restore(in);
    }
}

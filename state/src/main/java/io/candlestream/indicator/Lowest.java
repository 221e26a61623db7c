package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The lowest of the last `period` values of a node; see [RollingLow].
public final class Lowest extends Node {

    private final RollingLow low;

    /// A window that has seen nothing.
    ///
    /// @param period values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Lowest(History input, int period) {
        super(input);
        low = new RollingLow(input.ring(period), period);
    }

    @Override
    public void update() {
        low.update();
        if (low.ready()) {
            put(low.value());
        }
    }

    @Override
    public int ownWarmUp() {
        return low.warmUp();
    }

    @Override
    public boolean ready() {
        return low.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        low.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        low.restore(in);
    }
}

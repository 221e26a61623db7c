package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A node for one number of the candle itself, set by the graph's owner: open, high, low, close or
/// volume, or what is known of its time.
public final class Quote extends Node {

    private boolean ready;

    /// A number of no candle yet.
    public Quote() {}

    /// Takes the next candle's number.
    public void set(double value) {
        put(value);
        ready = true;
    }

    /// Does nothing: the owner calls [#set].
    @Override
    public void update() {}

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

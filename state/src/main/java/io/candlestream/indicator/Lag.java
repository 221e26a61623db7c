package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The value of a node some candles ago.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of any node |
/// | output | `x[candles]`, in the input's unit |
/// | warm-up | `candles + 1` values |
/// | state | none besides the history; O(1) time, no allocation per update |
public final class Lag extends Node {

    private final Ring ring;
    private final int candles;

    /// A node's value `candles` candles ago.
    ///
    /// @param history of the node, empty
    /// @param candles from 1 to 10,000
    /// @throws IllegalArgumentException when the number of candles is out of range
    public Lag(History history, int candles) {
        super(history);
        this.candles = Period.checked(candles, 1);
        ring = history.ring(candles + 1);
    }

    @Override
    public void update() {
        if (ready()) {
            put(ring.get(candles));
        }
    }

    @Override
    public int ownWarmUp() {
        return candles + 1;
    }

    @Override
    public boolean ready() {
        return ring.size() > candles;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

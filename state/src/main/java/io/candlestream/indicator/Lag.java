package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// What its input was some candles ago.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of a node |
/// | output | the input `candles` updates ago, in its unit |
/// | warm-up | `candles + 1` updates |
/// | state | none besides the history; O(1) time, no allocation per update |
///
/// ```
/// value = x[candles]
/// ```
///
/// Not thread-safe: owned by one stream task.
///
/// Source: the definition above.
public final class Lag extends Node {

    private final Ring ring;
    private final int candles;

    /// A lag that has seen nothing.
    ///
    /// @param candles how many updates ago, from 1 to 10,000
    /// @throws IllegalArgumentException when that is out of range
    public Lag(History input, int candles) {
        super(input);
        this.candles = Period.checked(candles, 1);
        ring = input.ring(candles + 1);
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

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// What a node was some candles ago.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | its value `distance` updates ago, in its unit |
/// | warm-up | `distance + 1` updates |
/// | state | none besides the history; O(1) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
public final class Lag extends Node {

    private final Ring past;
    private final int distance;

    /// A lag over a history that others may read too.
    ///
    /// @param distance updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the distance is out of range
    public Lag(History input, int distance) {
        super(input);
        this.distance = Period.checked(distance, 1);
        past = input.ring(distance + 1);
    }

    @Override
    public void update() {
        advance();
    }

    @Override
    public double advance() {
        return put(past.at(distance));
    }

    @Override
    public int ownWarmUp() {
        return distance + 1;
    }

    @Override
    public boolean ready() {
        return past.size() > distance;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

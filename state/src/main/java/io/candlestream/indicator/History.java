package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The last values of its input, shared by every window over it; its own value is the input's.
///
/// A graph has one history an input, as long as the longest window over it needs.
public final class History extends Node implements Follower.OfOne {

    private final Node input;
    private final Ring ring = new Ring(1);

    /// An empty history.
    public History(Node input) {
        super(input);
        this.input = input;
    }

    /// @return the ring, with room for at least `length` values, empty before the first update
    public Ring ring(int length) {
        ring.reserve(length);
        return ring;
    }

    @Override
    public void update() {
        advance(input.value());
    }

    @Override
    public double advance(double newest) {
        ring.push(newest);
        return put(newest);
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ring.size() > 0;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        ring.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ring.restore(in);
    }
}

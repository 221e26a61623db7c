package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.Node;

/// The value of a node over candles of a longer interval, as of the last one that has closed; ready
/// when that node is.
final class OnLonger extends Node {

    private final LongerCandles candles;
    private final Node inner;

    /// @param inner a node of those candles' own graph
    OnLonger(LongerCandles candles, Node inner) {
        super(candles);
        this.candles = candles;
        this.inner = inner;
    }

    @Override
    public void update() {
        if (inner.ready()) {
            put(inner.value());
        }
    }

    /// At most so many from the first longer candle on, without gaps; at most the largest `int`.
    @Override
    public int ownWarmUp() {
        long updates = (inner.warmUp() - 1L) * candles.ratio() + 1;
        return (int) Math.min(Integer.MAX_VALUE, updates);
    }

    @Override
    public boolean ready() {
        return inner.ready();
    }

    /// Nothing: the inner node remembers.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

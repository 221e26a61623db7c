package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Mean and population variance of a node's last `period` values; see [RollingMoments].
public final class Moments extends Node {

    private final RollingMoments moments;

    /// Moments of a node, with the mean as its value.
    ///
    /// @param history of the node, empty
    /// @param period values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Moments(History history, int period) {
        super(history);
        moments = new RollingMoments(history.ring(period), period);
    }

    @Override
    public void update() {
        moments.update();
        if (moments.ready()) {
            put(moments.mean());
        }
    }

    /// @return the population variance, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double variance() {
        return moments.variance();
    }

    @Override
    public int ownWarmUp() {
        return moments.warmUp();
    }

    @Override
    public boolean ready() {
        return moments.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        moments.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        moments.restore(in);
    }
}

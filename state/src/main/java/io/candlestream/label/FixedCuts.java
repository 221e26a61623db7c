package io.candlestream.label;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Cuts that are the same for every prediction, which keeps nothing.
final class FixedCuts implements Cuts {

    private static final double BPS = 10_000;

    private final double[] sizes;

    FixedCuts(double[] sizes) {
        this.sizes = sizes;
    }

    @Override
    public void update(LastCloses closes) {}

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int contextSize() {
        return 0;
    }

    @Override
    public void putContext(double[] into, int at) {}

    @Override
    public double upper(int level, WaitingPath path) {
        return sizes[level] / BPS;
    }

    @Override
    public double lower(int level, WaitingPath path) {
        return -upper(level, path);
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}

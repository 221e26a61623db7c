package io.candlestream.label;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Cuts at multiples of recent volatility. A prediction keeps the usual move.
final class VolatilityCuts implements Cuts {

    private final double[] sizes;
    private final RecentVolatility volatility;

    VolatilityCuts(int horizon, double[] sizes, int window) {
        this.sizes = sizes;
        volatility = new RecentVolatility(horizon, window);
    }

    @Override
    public void update(LastCloses closes) {
        volatility.update(closes);
    }

    @Override
    public boolean ready() {
        return volatility.ready();
    }

    @Override
    public int contextSize() {
        return 1;
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = volatility.usualMove();
    }

    @Override
    public double upper(int level, WaitingPath path) {
        return sizes[level] * path.at(0, 1);
    }

    @Override
    public double lower(int level, WaitingPath path) {
        return -upper(level, path);
    }

    @Override
    public void save(StateOutput out) {
        volatility.save(out);
    }

    @Override
    public void restore(StateInput in) {
        volatility.restore(in);
    }
}

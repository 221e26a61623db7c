package io.candlestream.label;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Cuts at quantiles of the forward returns that are known. A prediction keeps its two cuts of each
/// level.
final class QuantileCuts implements Cuts {

    private final int[] ranks;
    private final ForwardReturns known;

    QuantileCuts(int horizon, double[] shares, int window) {
        ranks = new int[shares.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Math.min((int) Math.rint(shares[i] * window), (window - 1) / 2);
        }
        known = new ForwardReturns(horizon, window);
    }

    @Override
    public void update(LastCloses closes) {
        known.update(closes);
    }

    @Override
    public boolean ready() {
        return known.ready();
    }

    @Override
    public int contextSize() {
        return 2 * ranks.length;
    }

    @Override
    public void putContext(double[] into, int at) {
        for (int level = 0; level < ranks.length; level++) {
            into[at + 2 * level] = known.fromBelow(ranks[level]);
            into[at + 2 * level + 1] = known.fromAbove(ranks[level]);
        }
    }

    @Override
    public double upper(int level, WaitingPath path) {
        return path.at(0, 2 + 2 * level);
    }

    @Override
    public double lower(int level, WaitingPath path) {
        return path.at(0, 1 + 2 * level);
    }

    @Override
    public void save(StateOutput out) {
        known.save(out);
    }

    @Override
    public void restore(StateInput in) {
        known.restore(in);
    }
}

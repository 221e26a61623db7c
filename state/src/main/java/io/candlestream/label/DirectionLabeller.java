package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Labels by how many cuts the forward return lies beyond, upwards or downwards.
///
/// | class | when |
/// |---|---|
/// | `levels + n` | the return is `> ` the upper cuts of `n` levels |
/// | `levels` | it is on a cut of the nearest level or between them |
/// | `levels - n` | the return is `< ` the lower cuts of `n` levels |
///
/// A prediction keeps its close and its [Cuts].
final class DirectionLabeller implements Labeller {

    private final int levelCount;
    private final LastCloses closes = new LastCloses();
    private final Cuts cuts;
    private int label;
    private double forwardReturn;

    DirectionLabeller(int levelCount, Cuts cuts) {
        this.levelCount = levelCount;
        this.cuts = cuts;
    }

    @Override
    public void update(Candle candle) {
        closes.update(candle.close());
        cuts.update(closes);
    }

    @Override
    public boolean ready() {
        return cuts.ready();
    }

    @Override
    public int contextSize() {
        return 1 + cuts.contextSize();
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = closes.latest();
        cuts.putContext(into, at + 1);
    }

    @Override
    public void mature(WaitingPath path) {
        forwardReturn = closes.returnSince(path.at(0, 0));
        label = levelCount;
        for (int level = 0; level < levelCount; level++) {
            if (forwardReturn > cuts.upper(level, path)) {
                label++;
            } else if (forwardReturn < cuts.lower(level, path)) {
                label--;
            }
        }
    }

    @Override
    public int label() {
        return label;
    }

    @Override
    public double value() {
        return forwardReturn;
    }

    @Override
    public double forwardReturn() {
        return forwardReturn;
    }

    @Override
    public void save(StateOutput out) {
        closes.save(out);
        cuts.save(out);
    }

    @Override
    public void restore(StateInput in) {
        closes.restore(in);
        cuts.restore(in);
    }
}

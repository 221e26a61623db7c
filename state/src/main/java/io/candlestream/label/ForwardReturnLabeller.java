package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Labels with the forward return. A prediction keeps its close.
final class ForwardReturnLabeller implements Labeller {

    private final LastCloses closes = new LastCloses();
    private double forwardReturn;

    @Override
    public void update(Candle candle) {
        closes.update(candle.close());
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int contextSize() {
        return 1;
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = closes.latest();
    }

    @Override
    public void mature(WaitingPath path) {
        forwardReturn = closes.returnSince(path.at(0, 0));
    }

    @Override
    public int label() {
        return 0;
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
    }

    @Override
    public void restore(StateInput in) {
        closes.restore(in);
    }
}

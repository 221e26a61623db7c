package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Labels with the volatility of the horizon: O(horizon) a label. A prediction keeps its close and
/// the square of the move to it, which counts for the predictions before it.
final class ForwardVolatilityLabeller implements Labeller {

    private static final int SQUARE = 1;

    private final LastCloses closes = new LastCloses();
    private double volatility;
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
        return 2;
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = closes.latest();
        into[at + SQUARE] = square();
    }

    @Override
    public void mature(WaitingPath path) {
        double sum = 0;
        for (int row = 1; row < path.length(); row++) {
            sum += path.at(row, SQUARE);
        }
        volatility = Math.sqrt((sum + square()) / path.length());
        forwardReturn = closes.returnSince(path.at(0, 0));
    }

    @Override
    public int label() {
        return 0;
    }

    @Override
    public double value() {
        return volatility;
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

    /// The square of the move to the last close; 0 for the first candle, which is ahead of none.
    private double square() {
        double move = closes.areTwo() ? closes.logReturn() : 0;
        return move * move;
    }
}

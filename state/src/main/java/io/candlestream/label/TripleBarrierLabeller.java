package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Labels by the barrier of a [TripleBarrierRule] that is touched first: O(horizon) a label, less
/// when one is. A prediction keeps its close and its [Cuts], then its high and low, which count for
/// the predictions before it.
final class TripleBarrierLabeller implements Labeller {

    /// The levels of the cuts, of which only the distances above are used.
    private static final int TO_PROFIT = 0;

    private static final int TO_STOP = 1;

    private final boolean isLong;
    private final LastCloses closes = new LastCloses();
    private final Cuts distances;
    private final int highAt;
    private final int lowAt;
    private double high;
    private double low;
    private int label;
    private double forwardReturn;

    TripleBarrierLabeller(TripleBarrierRule rule) {
        isLong = rule.side() == TripleBarrierRule.Side.LONG;
        double[] sizes = {rule.barriers().profit(), rule.barriers().stop()};
        distances =
                switch (rule.barriers()) {
                    case Barriers.FixedBps _ -> new FixedCuts(sizes);
                    case Barriers.OfVolatility(double _, double _, int window) ->
                            new VolatilityCuts(rule.horizon(), sizes, window);
                };
        highAt = 1 + distances.contextSize();
        lowAt = highAt + 1;
    }

    @Override
    public void update(Candle candle) {
        closes.update(candle.close());
        distances.update(closes);
        high = candle.high();
        low = candle.low();
    }

    @Override
    public boolean ready() {
        return distances.ready();
    }

    @Override
    public int contextSize() {
        return lowAt + 1;
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = closes.latest();
        distances.putContext(into, at + 1);
        into[at + highAt] = high;
        into[at + lowAt] = low;
    }

    @Override
    public void mature(WaitingPath path) {
        double close = path.at(0, 0);
        double above = distances.upper(isLong ? TO_PROFIT : TO_STOP, path);
        double below = distances.upper(isLong ? TO_STOP : TO_PROFIT, path);
        double upper = Math.max(close * (1 + above), Math.nextUp(close));
        double lower = Math.min(close * (1 - below), Math.nextDown(close));
        forwardReturn = closes.returnSince(close);
        label = TripleBarrierRule.TIME;
        for (int row = 1; row < path.length() && label == TripleBarrierRule.TIME; row++) {
            label = touched(path.at(row, highAt) >= upper, path.at(row, lowAt) <= lower);
        }
        if (label == TripleBarrierRule.TIME) {
            label = touched(high >= upper, low <= lower);
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

    /// Layout: the closes, the last high, the last low, what the distances are made from.
    @Override
    public void save(StateOutput out) {
        closes.save(out);
        out.putDouble(high);
        out.putDouble(low);
        distances.save(out);
    }

    @Override
    public void restore(StateInput in) {
        closes.restore(in);
        high = in.getDouble();
        low = in.getDouble();
        if (closes.isThere()) {
            LastCloses.checkPrice(high);
            LastCloses.checkPrice(low);
        }
        distances.restore(in);
    }

    private int touched(boolean isAbove, boolean isBelow) {
        if (isLong ? isBelow : isAbove) {
            return TripleBarrierRule.STOP;
        }
        return isAbove || isBelow ? TripleBarrierRule.PROFIT : TripleBarrierRule.TIME;
    }
}

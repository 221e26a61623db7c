package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Labels with the score of a [QScoreRule]. A prediction keeps its close and the usual move.
final class QScoreLabeller implements Labeller {

    private static final int USUAL_MOVE = 1;

    private final double scale;
    private final LastCloses closes = new LastCloses();
    private final RecentVolatility volatility;
    private double score;
    private double forwardReturn;

    QScoreLabeller(QScoreRule rule) {
        scale = rule.scale();
        volatility = new RecentVolatility(rule.horizon(), rule.volatilityWindow());
    }

    @Override
    public void update(Candle candle) {
        closes.update(candle.close());
        volatility.update(closes);
    }

    @Override
    public boolean ready() {
        return volatility.ready();
    }

    @Override
    public int contextSize() {
        return 2;
    }

    @Override
    public void putContext(double[] into, int at) {
        into[at] = closes.latest();
        into[at + USUAL_MOVE] = volatility.usualMove();
    }

    @Override
    public void mature(WaitingPath path) {
        double closeThen = path.at(0, 0);
        score = score(closes.logReturnSince(closeThen), path.at(0, USUAL_MOVE));
        forwardReturn = closes.returnSince(closeThen);
    }

    @Override
    public int label() {
        return 0;
    }

    @Override
    public double value() {
        return score;
    }

    @Override
    public double forwardReturn() {
        return forwardReturn;
    }

    @Override
    public void save(StateOutput out) {
        closes.save(out);
        volatility.save(out);
    }

    @Override
    public void restore(StateInput in) {
        closes.restore(in);
        volatility.restore(in);
    }

    private double score(double move, double usualMove) {
        if (usualMove == 0) {
            return (1 + Math.signum(move)) / 2;
        }
        return 1 / (1 + StrictMath.exp(-(scale * move / usualMove)));
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// First price of the Heikin-Ashi candle: the middle of the body of the one before.
///
/// | quantity | meaning |
/// |---|---|
/// | input | open, close, and the Heikin-Ashi close |
/// | output | price, in the input's unit |
/// | warm-up | none |
/// | state | 1 double and a flag; O(1) time, no allocation per update |
///
/// ```
/// open = (open[1] + close[1]) / 2          of Heikin-Ashi candles
/// ```
///
/// The first one is the middle of the first candle's own body; what is left of it halves with every
/// candle.
///
/// Source: D. Valcu, _Technical Analysis of Stocks & Commodities_ 22 (2004) 2.
public final class HeikinAshiOpen extends Node {

    private final Node open;
    private final Node close;
    private final Node smoothedClose;
    private double closeBefore;
    private boolean ready;

    /// The open of no candle yet.
    ///
    /// @param smoothedClose the Heikin-Ashi close
    public HeikinAshiOpen(Node open, Node close, Node smoothedClose) {
        super(open, close, smoothedClose);
        this.open = open;
        this.close = close;
        this.smoothedClose = smoothedClose;
    }

    @Override
    public void update() {
        put(ready ? (value() + closeBefore) / 2 : (open.value() + close.value()) / 2);
        closeBefore = smoothedClose.value();
        ready = true;
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(ready);
        out.putDouble(closeBefore);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
        closeBefore = in.getDouble();
    }
}

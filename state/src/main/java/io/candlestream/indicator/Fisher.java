package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Fisher transform of a position between two bounds: makes turning points sharp.
///
/// | quantity | meaning |
/// |---|---|
/// | input | position, 0 at the lower bound and 1 at the upper one |
/// | output | transform, dimensionless, about `[-7.6, 7.6]`, 0 in the middle |
/// | warm-up | 1 update |
/// | state | 2 doubles; O(1) time, no allocation per update |
///
/// ```
/// smooth <- 0.66 * (position - 0.5) + 0.67 * smooth        beyond 0.99 either way: 0.999
/// value  <- 0.5 * ln((1 + smooth) / (1 - smooth)) + 0.5 * value
/// ```
///
/// Both begin at 0. Not thread-safe: owned by one stream task.
///
/// Source: J. F. Ehlers, _Technical Analysis of Stocks and Commodities_ 20 (2002), "Using the
/// Fisher transform".
public final class Fisher extends Node {

    private static final double EDGE = 0.99;
    private static final double LIMIT = 0.999;

    private final Node position;
    private boolean started;
    private double smooth;

    /// A transform that has seen nothing.
    public Fisher(Node position) {
        super(position);
        this.position = position;
    }

    @Override
    public void update() {
        smooth = limited(0.66 * (position.value() - 0.5) + 0.67 * smooth);
        put(0.5 * StrictMath.log((1 + smooth) / (1 - smooth)) + 0.5 * value());
        started = true;
    }

    private static double limited(double smooth) {
        return Math.abs(smooth) > EDGE ? Math.copySign(LIMIT, smooth) : smooth;
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return started;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(started);
        out.putDouble(smooth);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        started = in.getBoolean();
        smooth = in.getDouble();
    }
}

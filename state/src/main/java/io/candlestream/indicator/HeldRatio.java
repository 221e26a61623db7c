package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A quotient that keeps its last value while there is nothing to divide by.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a numerator and a denominator |
/// | output | their quotient; 0 before there was any |
/// | warm-up | 1 update |
/// | state | its value; O(1) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_DX`.
public final class HeldRatio extends Node implements Follower.OfTwo {

    private final Node numerator;
    private final Node denominator;
    private boolean started;

    /// A quotient that has seen nothing.
    public HeldRatio(Node numerator, Node denominator) {
        super(numerator, denominator);
        this.numerator = numerator;
        this.denominator = denominator;
    }

    @Override
    public void update() {
        advance(numerator.value(), denominator.value());
    }

    @Override
    public double advance(double above, double below) {
        double quotient = above / below;
        if (Double.isFinite(quotient)) {
            put(quotient);
        }
        started = true;
        return value();
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
    }

    @Override
    protected void restoreMemory(StateInput in) {
        started = in.getBoolean();
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Sevcik's fractal dimension of the line through a node's last `period` values.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of any node, and its highest and lowest value of the period |
/// | output | dimension in `[1, 2)`, the rougher the line the higher |
/// | warm-up | `period` values |
/// | state | none besides the history; `period` square roots and no allocation per update |
///
/// ```
/// dimension = 1 + ln(length) / ln(2 (period - 1))
/// length    = of the line, scaled in time and value to a square of side 1
/// ```
///
/// 1 when all values are equal; a straight line of few values has somewhat more than 1. Any change
/// of the range changes every part of the length, so it is measured anew with each candle.
///
/// Source: C. Sevcik, _Complexity International_ 5 (1998).
public final class SevcikDimension extends Node {

    private final Ring ring;
    private final Node highest;
    private final Node lowest;
    private final int period;

    /// Dimension of the last values of a node.
    ///
    /// @param history of the node, empty
    /// @param highest value of the period
    /// @param lowest value of the period
    /// @param period values, from 3 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public SevcikDimension(History history, Node highest, Node lowest, int period) {
        super(history, highest, lowest);
        this.period = Period.checked(period, 3);
        this.highest = highest;
        this.lowest = lowest;
        ring = history.ring(period);
    }

    @Override
    public void update() {
        double range = highest.value() - lowest.value();
        put(range > 0 ? dimension(range) : 1);
    }

    private double dimension(double range) {
        double step = 1.0 / (period - 1);
        double length = 0;
        double later = ring.at(0);
        for (int age = 1; age < period; age++) {
            double earlier = ring.at(age);
            double rise = (later - earlier) / range;
            length += Math.sqrt(rise * rise + step * step);
            later = earlier;
        }
        return 1 + StrictMath.log(length) / StrictMath.log(2.0 * (period - 1));
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ring.size() >= period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

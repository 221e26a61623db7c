package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Parabolic stop and reverse: a stop that follows the price ever faster, until it is hit.
///
/// | quantity | meaning |
/// |---|---|
/// | input | high and low of a candle, `> 0` |
/// | output | stop, in the unit of the price: below the candle while up, above it while down |
/// | warm-up | 2 candles |
/// | state | 5 doubles, a side and a counter; O(1) time, no allocation per update |
///
/// ```
/// stop <- stop + factor * (extreme - stop)     not beyond the last two lows (upward) or highs
/// factor: `step` at a reversal, one more `step` for every new extreme, at most `most`
/// ```
///
/// Begins upward, unless the second candle reaches further down than up. Not thread-safe: owned by
/// one stream task.
///
/// Source: J. W. Wilder, _New Concepts in Technical Trading Systems_, 1978, section II; TA-Lib
/// 0.4.0, `TA_SAR`.
public final class ParabolicSar extends Node {

    private static final int WARM_UP = 2;

    private final Node high;
    private final Node low;
    private final double step;
    private final double most;
    private int seen;
    private boolean upward;
    private double stop;
    private double extreme;
    private double factor;
    private double previousHigh;
    private double previousLow;

    /// A stop that has seen nothing.
    ///
    /// @param step by how much the factor grows, from 0 to 1
    /// @param most the largest factor, from 0 to 1; a larger step counts as this
    /// @throws IllegalArgumentException when step or most is out of range
    public ParabolicSar(Node high, Node low, double step, double most) {
        super(high, low);
        this.high = high;
        this.low = low;
        this.step = Math.min(checkedShare("step", step), checkedShare("most", most));
        this.most = most;
    }

    @Override
    public void update() {
        if (seen == 0) {
            seen = 1;
        } else {
            if (seen == 1) {
                begin();
            }
            move();
        }
        previousHigh = high.value();
        previousLow = low.value();
    }

    private void begin() {
        seen = WARM_UP;
        double down = previousLow - low.value();
        double up = high.value() - previousHigh;
        upward = !(down > 0 && down > up);
        extreme = upward ? high.value() : low.value();
        stop = upward ? previousLow : previousHigh;
        factor = step;
        previousHigh = high.value();
        previousLow = low.value();
    }

    private void move() {
        boolean hit = upward ? low.value() <= stop : high.value() >= stop;
        if (hit) {
            upward = !upward;
            stop = kept(extreme);
            extreme = upward ? high.value() : low.value();
            factor = step;
        }
        put(stop);
        if (!hit) {
            follow();
        }
        stop = kept(Blend.of(stop, extreme, factor));
    }

    private void follow() {
        boolean further = upward ? high.value() > extreme : low.value() < extreme;
        if (further) {
            extreme = upward ? high.value() : low.value();
            factor = Math.min(factor + step, most);
        }
    }

    /// A stop that is on the right side of this candle and the one before.
    private double kept(double level) {
        return upward
                ? Math.min(level, Math.min(previousLow, low.value()))
                : Math.max(level, Math.max(previousHigh, high.value()));
    }

    private static double checkedShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + share);
        }
        return share;
    }

    @Override
    public int ownWarmUp() {
        return WARM_UP;
    }

    @Override
    public boolean ready() {
        return seen == WARM_UP;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(seen);
        out.putBoolean(upward);
        out.putDouble(stop);
        out.putDouble(extreme);
        out.putDouble(factor);
        out.putDouble(previousHigh);
        out.putDouble(previousLow);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        seen = in.getCount(WARM_UP);
        upward = in.getBoolean();
        stop = in.getDouble();
        extreme = in.getDouble();
        factor = in.getDouble();
        previousHigh = in.getDouble();
        previousLow = in.getDouble();
    }
}

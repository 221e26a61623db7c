package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Moving average that moves towards its input by a share that changes from candle to candle.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any node, that node one candle ago, and a share in `[0, 1]` |
/// | output | average, in the node's unit, between the lowest and the highest input |
/// | warm-up | 1 update |
/// | state | its value; O(1) time, no allocation per update |
///
/// ```
/// value <- value + share * (x - value)
/// ```
///
/// Seeded with the input of the candle before the first share, as TA-Lib. Written around whichever
/// of both the result is closer to, so that no digit of it is lost and an input above 0 leaves no
/// negative remainder. Not thread-safe: owned by one stream task.
///
/// Source: P. J. Kaufman, _Smarter Trading_, 1995; TA-Lib 0.4.0, `TA_KAMA`.
public final class AdaptiveAverage extends Node implements Follower.OfThree {

    private final Node input;
    private final Node previous;
    private final Node share;
    private boolean started;

    /// An average that has seen nothing.
    ///
    /// @param previous the input one candle ago
    /// @param share from 0, which keeps the average, to 1, which replaces it
    public AdaptiveAverage(Node input, Node previous, Node share) {
        super(input, previous, share);
        this.input = input;
        this.previous = previous;
        this.share = share;
    }

    @Override
    public void update() {
        advance(input.value(), previous.value(), share.value());
    }

    @Override
    public double advance(double now, double before, double weight) {
        double average = started ? value() : before;
        put(Blend.of(average, now, weight));
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

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The highest or the lowest of a node's last `period` values, and how long ago it was.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | the extreme, in the node's unit; [#age] in updates, from 0 to `period - 1` |
/// | warm-up | `period` updates |
/// | state | none besides the history; O(1) amortised time, no allocation per update |
///
/// Of several equal extremes the newest counts, as in TA-Lib. Not thread-safe: owned by one stream
/// task.
///
/// Source: TA-Lib 0.4.0, `TA_MAX`, `TA_MIN`, `TA_AROON`.
public final class Extreme extends Node {

    private final Ring window;
    private final int period;
    private final int sign;
    private final MonotonicDeque candidates;

    private Extreme(History input, int period, int sign) {
        super(input);
        this.period = Period.checked(period, 1);
        this.sign = sign;
        window = input.ring(period);
        candidates = new MonotonicDeque(period);
    }

    /// The highest value of a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme highest(History input, int period) {
        return new Extreme(input, period, 1);
    }

    /// The lowest value of a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme lowest(History input, int period) {
        return new Extreme(input, period, -1);
    }

    /// @return how many updates ago the extreme came, 0 when it is the newest value; of no meaning
    ///   before [#ready]
    public int age() {
        return candidates.age();
    }

    @Override
    public void update() {
        candidates.push(sign * window.get(0));
        put(sign * candidates.highest());
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return window.size() >= period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {
        candidates.clear();
        for (int age = Math.min(period, window.size()) - 1; age >= 0; age--) {
            candidates.push(sign * window.get(age));
        }
    }
}

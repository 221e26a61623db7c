package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The highest or the lowest of a node's last `period` values, and how long ago it was.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of any node |
/// | output | the extreme value, in the input's unit; [#age], from 0 to `period - 1` |
/// | warm-up | `period` values |
/// | state | none besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// highest = max(x[0], ..., x[period - 1])          lowest = min(x[0], ..., x[period - 1])
/// ```
///
/// Of equal values the latest is taken.
///
/// Source: TA-Lib 0.4.0, `TA_MAX`, `TA_MIN`, `TA_MAXINDEX` and `TA_MININDEX`.
public final class Extreme extends Node {

    private final Ring ring;
    private final int period;
    private final double sign;
    private final MonotonicDeque candidates;

    private Extreme(History history, int period, double sign) {
        super(history);
        this.period = Period.checked(period, 1);
        this.sign = sign;
        ring = history.ring(period);
        candidates = new MonotonicDeque(period);
    }

    /// The highest value.
    ///
    /// @param history of the node, empty
    /// @param period values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme highest(History history, int period) {
        return new Extreme(history, period, 1);
    }

    /// The lowest value.
    ///
    /// @param history of the node, empty
    /// @param period values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme lowest(History history, int period) {
        return new Extreme(history, period, -1);
    }

    @Override
    public void update() {
        candidates.push(sign * ring.get(0));
        put(sign * candidates.highest());
    }

    /// @return how many candles ago the extreme came, the latest of equal ones
    public int age() {
        return candidates.age();
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return ring.size() >= period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {
        candidates.clear();
        for (int age = Math.min(period, ring.size()) - 1; age >= 0; age--) {
            candidates.push(sign * ring.get(age));
        }
    }
}

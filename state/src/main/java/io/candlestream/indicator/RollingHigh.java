package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The highest of the last `period` numbers of a ring.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a [Ring] of finite numbers, which the owner has just pushed |
/// | output | the highest number, in the input's unit |
/// | warm-up | `period` pushes |
/// | state | none besides the ring; O(1) amortised time, no allocation per update |
///
/// ```
/// value = max(x[0], ..., x[period - 1])
/// ```
///
/// Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_MAX`.
public final class RollingHigh implements Indicator {

    private final Ring window;
    private final int period;
    private final MonotonicDeque candidates;

    /// The highest number of a ring that others may read too.
    ///
    /// @param window an empty ring of at least `period` numbers
    /// @param period numbers, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range or the ring cannot hold it
    public RollingHigh(Ring window, int period) {
        this.period = Period.checked(period, 1);
        this.window = window.checkedFor(period);
        candidates = new MonotonicDeque(period);
    }

    /// Takes the ring as it is now.
    public void update() {
        candidates.push(window.get(0));
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return window.size() >= period;
    }

    @Override
    public double value() {
        Period.checkOver(this);
        return candidates.highest();
    }

    /// Writes nothing: the ring holds all there is.
    @Override
    public void save(StateOutput out) {}

    /// The ring must have been restored before.
    @Override
    public void restore(StateInput in) {
        candidates.clear();
        for (int age = Math.min(period, window.size()) - 1; age >= 0; age--) {
            candidates.push(window.get(age));
        }
    }
}

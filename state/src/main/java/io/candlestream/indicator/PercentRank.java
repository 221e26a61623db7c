package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// How many of the values before it a node's newest value exceeds.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | per cent of the `period` values before the newest that are below it, `[0, 100]` |
/// | warm-up | `period + 1` updates |
/// | state | none besides the history; O(period) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
///
/// Source: L. Connors, C. Alvarez, _An Introduction to ConnorsRSI_, 2012.
public final class PercentRank extends Node {

    private final Ring window;
    private final int period;

    /// A rank over a history that others may read too.
    ///
    /// @param period values it is compared with, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public PercentRank(History input, int period) {
        super(input);
        this.period = Period.checked(period, 1);
        window = input.ring(period + 1);
    }

    @Override
    public void update() {
        if (ready()) {
            put(100.0 * below(window.at(0)) / period);
        }
    }

    private int below(double newest) {
        int below = 0;
        for (int age = 1; age <= period; age++) {
            if (window.at(age) < newest) {
                below++;
            }
        }
        return below;
    }

    @Override
    public int ownWarmUp() {
        return period + 1;
    }

    @Override
    public boolean ready() {
        return window.size() > period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

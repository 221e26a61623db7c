package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A window over a history that nothing is ever subtracted from, so that nothing can drift.
///
/// The window is cut in two at the last turn, which comes every `period` updates:
///
/// ```
/// oldest  [ front: a suffix of the block that ended at the turn | back: what came since ]  newest
/// ```
///
/// At a turn the running sums of every suffix of the block are laid down, from the newest entry to
/// the oldest. Between turns the front is looked up, the back grows by one entry an update, and
/// both are put together: O(1) amortised. An entry is named by its age in the history.
///
/// Everything but the number of updates since the turn follows from the history.
abstract sealed class TwoBlockWindow extends Node
        permits RollingSum, WeightedAverage, Covariance, LinearRegression, HigherMoments {

    final Ring window;
    final int period;
    private int backCount;

    /// A window over a history that others may read too.
    ///
    /// @param shortest the least period, at least 1
    /// @param inputs the history of the window, and what else is read
    /// @throws IllegalArgumentException when the period is not from `shortest` to 10,000
    TwoBlockWindow(int period, int shortest, History... inputs) {
        super(inputs);
        this.period = Period.checked(period, shortest);
        window = inputs[0].ring(period);
    }

    /// Learns which entry stays in the window until the next turn: numbers that are taken from its
    /// own are never larger than the window's range, and a common offset costs no digits.
    abstract void begin(int age);

    /// Sets the running sums to those of no entries.
    abstract void clear();

    /// Adds one more entry to the running sums: of the front the next older, of the back the next
    /// newer one.
    ///
    /// @param count how many entries there are with this one
    abstract void add(int count, int age);

    /// Lays the running sums down as those of the block's newest `count` entries.
    abstract void keep(int count);

    /// Puts together what was laid down for `front` entries and the running sums of the `back`
    /// entries that came since.
    ///
    /// @return the value of the window
    abstract double combined(int front, int back);

    @Override
    public final void update() {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            turn();
        } else if (ready()) {
            add(backCount, 0);
        }
        if (ready()) {
            put(combined(period - backCount, backCount));
        }
    }

    @Override
    public final int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return window.size() >= period;
    }

    @Override
    protected final void saveMemory(StateOutput out) {
        out.putInt(backCount);
    }

    @Override
    protected final void restoreMemory(StateInput in) {
        backCount = in.getCount(period - 1);
        if (ready()) {
            turn();
            for (int count = 1; count <= backCount; count++) {
                add(count, backCount - count);
            }
            put(combined(period - backCount, backCount));
        }
    }

    /// Lays down the front: the entries that had come when `backCount` was 0 and are still here.
    private void turn() {
        begin(backCount);
        clear();
        for (int count = 1; count <= period - backCount; count++) {
            add(count, backCount + count - 1);
            keep(count);
        }
        clear();
    }
}

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
abstract sealed class TwoBlockWindow extends Node implements Follower.OfOne
        permits Moments, RollingSum, WeightedAverage, Extreme, LinearRegression, HigherMoments {

    final Ring window;
    final int period;
    private int backCount;

    /// A window over a history that others may read too.
    ///
    /// @param shortest the least period, at least 1
    /// @param input the history of the window
    /// @throws IllegalArgumentException when the period is not from `shortest` to 10,000
    TwoBlockWindow(int period, int shortest, History input) {
        super(input);
        this.period = Period.checked(period, shortest);
        window = input.ring(period);
    }

    /// Lays down the running sums of every suffix of the window from an age on, and makes the
    /// running sums those of no entries.
    ///
    /// @param age of the newest entry of the front; the oldest is `period - 1` updates old
    abstract void layDown(int age);

    /// Adds one more, newer entry to the running sums.
    ///
    /// @param back how many entries there are with this one
    /// @param entry the value
    abstract void add(int back, double entry);

    /// Puts together what was laid down for `front` entries and the running sums of the `back`
    /// entries that came since.
    ///
    /// @return the value of the window
    abstract double combined(int front, int back);

    /// Does what [#add] and [#combined] do, one after the other.
    abstract double extended(int front, int back, double entry);

    @Override
    public final void update() {
        if (ready() || backCount + 1 == period) {
            advance(window.at(0));
        } else {
            backCount++;
        }
    }

    @Override
    public final double advance(double newest) {
        int back = backCount + 1;
        if (back == period) {
            return turned();
        }
        backCount = back;
        return put(extended(period - back, back, newest));
    }

    private double turned() {
        backCount = 0;
        layDown(0);
        return put(combined(period, 0));
    }

    /// @return how many entries came since the last turn
    final int backCount() {
        return backCount;
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
            layDown(backCount);
            for (int count = 1; count <= backCount; count++) {
                add(count, window.at(backCount - count));
            }
            put(combined(period - backCount, backCount));
        }
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A window that nothing is ever subtracted from, so that nothing can drift.
///
/// The window is cut in two at the last turn, which comes every `period` updates:
///
/// ```
/// oldest  [ front: a suffix of the block that ended at the turn | back: what came since ]  newest
/// ```
///
/// At a turn the subclass lays down what it needs of every suffix of the block. Between turns the
/// front is looked up, the back grows by one number an update, and both are put together.
/// Everything but the number of updates since the turn follows from the history.
abstract sealed class TwoBlockWindow extends Node permits RollingSum, WeightedAverage {

    private final Ring window;
    private final int period;
    private int backCount;

    /// A window over a history that others may read too.
    ///
    /// @throws IllegalArgumentException when the period is not from 1 to 10,000
    TwoBlockWindow(History input, int period) {
        super(input);
        this.period = Period.checked(period, 1);
        window = input.ring(period);
    }

    /// Starts with an empty back and a block without numbers.
    ///
    /// @param newest the newest number of the block
    abstract void startBlock(double newest);

    /// Takes the next older number of the block, which then has `count` numbers.
    abstract void extendFront(double value, int count);

    /// Takes the next newer number of the back, which then has `count` numbers.
    abstract void extendBack(double value, int count);

    /// @return the value of the window: the block's newest `frontCount` numbers and the back
    abstract double combined(int frontCount, int backCount);

    @Override
    public final void update() {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            turn();
        } else if (ready()) {
            extendBack(window.get(0), backCount);
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
    public final boolean ready() {
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
                extendBack(window.get(backCount - count), count);
            }
        }
    }

    /// Lays down the front: the numbers that had come when `backCount` was 0 and are still here.
    private void turn() {
        startBlock(window.get(backCount));
        for (int count = 1; count <= period - backCount; count++) {
            extendFront(window.get(backCount + count - 1), count);
        }
    }
}

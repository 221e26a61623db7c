package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The last outcomes one by one, each a row of numbers.
///
/// Measures over a window are computed anew from it when somebody asks: an update is one row
/// written, nothing is subtracted and nothing can drift. State: `period width` doubles and 2
/// counters; no allocation per update. Not thread-safe: owned by one stream task.
final class Window implements Stateful {

    private static final int LONGEST = 10_000;

    private final int period;
    private final int width;
    private final double largest;
    private final double[] rows;
    private int size;
    private int next;

    /// An empty window.
    ///
    /// @param period outcomes it holds, from 2 to 10,000
    /// @param width numbers an outcome
    /// @param largest no number is further from 0
    /// @throws IllegalArgumentException when the period is out of range
    Window(int period, int width, double largest) {
        if (period < 2 || period > LONGEST) {
            throw new IllegalArgumentException(
                    "window must be from 2 to " + LONGEST + " outcomes, was " + period);
        }
        this.period = period;
        this.width = width;
        this.largest = largest;
        rows = new double[period * width];
    }

    /// Makes room for an outcome in place of the oldest one.
    ///
    /// @return the index of its first number, for [#set]
    int claim() {
        int at = next * width;
        next = next + 1 == period ? 0 : next + 1;
        size = Math.min(size + 1, period);
        return at;
    }

    void set(int index, double value) {
        rows[index] = value;
    }

    /// @return how many outcomes it holds
    int size() {
        return size;
    }

    /// @param row from 0, the oldest, to `size() - 1`
    double get(int row, int column) {
        int oldest = next - size;
        int at = oldest + row;
        return rows[(at < 0 ? at + period : at) * width + column];
    }

    /// @return a copy of a column, the oldest first
    double[] column(int column) {
        double[] copy = new double[size];
        for (int row = 0; row < size; row++) {
            copy[row] = get(row, column);
        }
        return copy;
    }

    /// Layout: how many outcomes, where the next one goes, the rows.
    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        out.putInt(next);
        out.putDoubles(rows);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(period);
        next = in.getCount(period - 1);
        if (size < period && next != size) {
            throw new StateFormatException(
                    "a window that is not full must go on at %d, was at %d".formatted(size, next));
        }
        in.getDoubles(rows);
        for (double value : rows) {
            if (!(Math.abs(value) <= largest)) {
                throw new StateFormatException(
                        "an outcome must be within %s of 0, was %s".formatted(largest, value));
            }
        }
    }
}

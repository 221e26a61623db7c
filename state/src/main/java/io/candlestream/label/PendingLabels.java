package io.candlestream.label;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Predictions that wait for their label: for each of the last `horizon` candles the features, and
/// whatever numbers label and forecasters need again when the label is known.
///
/// Rows are numbered by the candle they were made on and come and go in that order, one a candle. A
/// row never changes once it is filled in, so a store may write each row down once ([#saveRows])
/// and rewrite with every commit only the two numbers that say which rows still wait
/// ([#saveBounds]).
///
/// | quantity | meaning |
/// |---|---|
/// | row | open time, `contextSize` numbers of the label, `forecastSize` numbers of the forecasters, features |
/// | memory | `horizon` rows of `8 (1 + contextSize + forecastSize + featureCount)` bytes |
///
/// A visit touches little memory: features are filled in and learned from where they lie, and all
/// other numbers of a row are neighbours.
///
/// Not thread-safe: owned by one stream task.
public final class PendingLabels implements WaitingPath {

    /// Where the other numbers of a row are. An open time is exact as a double.
    private static final int OPEN_TIME = 0;

    private static final int CONTEXT = 1;

    private final int horizon;
    private final int contextSize;
    private final int width;
    private final double[][] features;
    private final double[] others;
    private long first = 1;
    private long next = 1;

    /// Where the oldest row is: kept, because a remainder costs as much as a row.
    private int firstSlot;

    /// An empty wait.
    ///
    /// @param horizon candles until a prediction gets its label, at least 1
    /// @param featureCount features a row
    /// @param contextSize numbers a row that belong to the label
    /// @param forecastSize numbers a row that belong to the forecasters
    public PendingLabels(int horizon, int featureCount, int contextSize, int forecastSize) {
        this.horizon = horizon;
        this.contextSize = contextSize;
        this.width = CONTEXT + contextSize + forecastSize;
        this.features = new double[horizon][];
        for (int i = 0; i < horizon; i++) {
            features[i] = new double[featureCount];
        }
        this.others = new double[Math.multiplyExact(horizon, width)];
    }

    /// @return number of the candle of the oldest waiting row
    public long first() {
        return first;
    }

    /// @return number of the candle after the newest waiting row; equal to [#first] when nothing
    ///   waits
    public long next() {
        return next;
    }

    /// Tells whether the oldest row gets its label with this candle.
    public boolean isDue(long candleNumber) {
        return first < next && first + horizon <= candleNumber;
    }

    /// Adds a row behind the newest, to be filled in: its features, and what lies at
    /// [#newestContext] and [#newestForecasts].
    ///
    /// @param candleNumber number of the candle; one more than that of the newest row, where rows
    ///   wait
    /// @return the features of the row, which must not change once the next row is added
    /// @throws IllegalStateException when the number is another, or `horizon` rows wait already
    public double[] add(long candleNumber, long openTimeMs) {
        if (first == next) {
            first = candleNumber;
            next = candleNumber;
            firstSlot = slot(first);
        }
        if (candleNumber != next || next - first == horizon) {
            throw new IllegalStateException(
                    "row must be number "
                            + next
                            + " of at most "
                            + horizon
                            + ", was "
                            + candleNumber);
        }
        next++;
        int slot = newestSlot();
        others[slot * width + OPEN_TIME] = openTimeMs;
        return features[slot];
    }

    /// @return the numbers of all rows but their features, live; see [#newestContext] and its like
    ///   for where which are
    public double[] numbers() {
        return others;
    }

    /// @return where in [#numbers] the label's numbers of the newest row begin
    public int newestContext() {
        return newestSlot() * width + CONTEXT;
    }

    /// @return where in [#numbers] the forecasters' numbers of the newest row begin
    public int newestForecasts() {
        return newestContext() + contextSize;
    }

    /// @return where in [#numbers] the forecasters' numbers of the oldest row begin
    public int firstForecasts() {
        return firstSlot * width + CONTEXT + contextSize;
    }

    /// @param candleNumber of a row that waits
    /// @return where in [#numbers] the forecasters' numbers of the row begin
    public int forecasts(long candleNumber) {
        return slot(candleNumber) * width + CONTEXT + contextSize;
    }

    /// @return open time of the candle of the oldest row
    public long firstOpenTimeMs() {
        return (long) others[firstSlot * width + OPEN_TIME];
    }

    /// @return features of the oldest row, to be read until the next row is added
    public double[] firstFeatures() {
        return features[firstSlot];
    }

    /// @return features of the newest row, to be read until the next row is added
    /// @throws IllegalStateException when no row waits
    public double[] newestFeatures() {
        if (first == next) {
            throw new IllegalStateException("a row must wait, there was none");
        }
        return features[newestSlot()];
    }

    @Override
    public int length() {
        return (int) (next - first);
    }

    @Override
    public double at(int row, int index) {
        int slot = firstSlot + row;
        return others[(slot >= horizon ? slot - horizon : slot) * width + CONTEXT + index];
    }

    /// Lets the oldest row go.
    public void removeFirst() {
        first++;
        firstSlot = firstSlot + 1 == horizon ? 0 : firstSlot + 1;
    }

    /// Appends the two numbers that say which rows wait.
    public void saveBounds(StateOutput out) {
        out.putLong(first);
        out.putLong(next);
    }

    /// Takes up the two numbers of [#saveBounds]; the rows themselves must follow through
    /// [#restoreRows].
    ///
    /// @throws StateFormatException when they cannot be the bounds of `horizon` rows at most
    public void restoreBounds(StateInput in) {
        first = in.getLong();
        next = in.getLong();
        if (first < 1 || next < first || next - first > horizon) {
            throw new StateFormatException(
                    "waiting rows must be at most " + horizon + ", were " + first + " to " + next);
        }
        firstSlot = slot(first);
    }

    /// Appends the rows from `from` (inclusive) to `to` (exclusive), all of them waiting.
    public void saveRows(long from, long to, StateOutput out) {
        for (long number = from; number < to; number++) {
            int slot = slot(number);
            out.putDoubles(others, slot * width, (slot + 1) * width);
            out.putDoubles(features[slot]);
        }
    }

    /// Takes up rows that [#saveRows] wrote, in rising order. A row that no longer waits is read
    /// all the same: its place in memory belongs to a later row, which comes after it.
    ///
    /// @throws StateFormatException when a row comes after the newest that waits
    public void restoreRows(long from, long to, StateInput in) {
        if (from < 1 || to > next) {
            throw new StateFormatException(
                    "rows must be before " + next + ", were " + from + " to " + to);
        }
        for (long number = from; number < to; number++) {
            int slot = slot(number);
            in.getDoubles(others, slot * width, (slot + 1) * width);
            in.getDoubles(features[slot]);
        }
    }

    private int newestSlot() {
        int slot = firstSlot + (int) (next - 1 - first);
        return slot >= horizon ? slot - horizon : slot;
    }

    private int slot(long candleNumber) {
        return (int) (candleNumber % horizon);
    }
}

package io.candlestream.label;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Predictions that wait for their label: for each of the last `horizon` candles the features, the
/// forecasts made from them and the close they were made at.
///
/// Rows are numbered by the candle they were made on and come and go in that order, one a candle. A
/// row never changes once it is added, so a store may write each row down once ([#saveRows]) and
/// rewrite with every commit only the two numbers that say which rows still wait ([#saveBounds]).
///
/// | quantity | meaning |
/// |---|---|
/// | row | open time, close, features, and for every forecaster its class probabilities and predicted class |
/// | memory | `horizon` rows of `8 (featureCount + forecasterCount (classCount + 1) + 4)` bytes |
///
/// A visit touches little memory: features are filled in and learned from where they lie, and all
/// other numbers of a row are neighbours.
///
/// Not thread-safe: owned by one stream task.
public final class PendingLabels {

    /// Where the other numbers of a row are. An open time and the index of a class are exact as
    /// doubles; of each forecaster the class predicted comes first, then the probabilities.
    private static final int OPEN_TIME = 0;

    private static final int CLOSE = 1;
    private static final int FORECASTS = 2;

    private final int horizon;
    private final int classCount;
    private final int forecasterCount;
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
    /// @param classCount classes a forecast
    /// @param forecasterCount forecasts a row: the model and its baselines
    public PendingLabels(int horizon, int featureCount, int classCount, int forecasterCount) {
        this.horizon = horizon;
        this.classCount = classCount;
        this.forecasterCount = forecasterCount;
        this.features = new double[horizon][];
        for (int i = 0; i < horizon; i++) {
            features[i] = new double[featureCount];
        }
        this.others = new double[Math.multiplyExact(horizon, rowAt(1))];
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

    /// Adds a row behind the newest: its features are to be filled in, its forecasts to follow
    /// through [#putForecast].
    ///
    /// @param candleNumber number of the candle; one more than that of the newest row, where rows
    ///   wait
    /// @return the features of the row, which must not change once the next row is added
    /// @throws IllegalStateException when the number is another, or `horizon` rows wait already
    public double[] add(long candleNumber, long openTimeMs, double close) {
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
        int at = rowAt(slot);
        others[at + OPEN_TIME] = openTimeMs;
        others[at + CLOSE] = close;
        return features[slot];
    }

    /// Writes a forecast into the newest row.
    ///
    /// @param forecaster index of the forecaster
    /// @param probabilities one a class
    /// @param predicted the class predicted
    public void putForecast(int forecaster, double[] probabilities, int predicted) {
        int at = forecastAt(newestSlot(), forecaster);
        others[at] = predicted;
        for (int c = 0; c < classCount; c++) {
            others[at + 1 + c] = probabilities[c];
        }
    }

    /// @return open time of the candle of the oldest row
    public long firstOpenTimeMs() {
        return (long) others[rowAt(firstSlot) + OPEN_TIME];
    }

    /// @return close of the candle of the oldest row
    public double firstClose() {
        return others[rowAt(firstSlot) + CLOSE];
    }

    /// @return features of the oldest row, to be read until the next row is added
    public double[] firstFeatures() {
        return features[firstSlot];
    }

    /// Copies a forecast of the oldest row out.
    ///
    /// @param forecaster index of the forecaster
    /// @param probabilities receives one number a class
    /// @return the class predicted
    public int firstForecast(int forecaster, double[] probabilities) {
        int at = forecastAt(firstSlot, forecaster);
        for (int c = 0; c < classCount; c++) {
            probabilities[c] = others[at + 1 + c];
        }
        return (int) others[at];
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
            out.putLong((long) others[rowAt(slot) + OPEN_TIME]);
            out.putDouble(others[rowAt(slot) + CLOSE]);
            out.putDoubles(features[slot]);
            for (int i = 0; i < forecasterCount; i++) {
                out.putDoubles(others, forecastAt(slot, i) + 1, forecastAt(slot, i + 1));
            }
            for (int i = 0; i < forecasterCount; i++) {
                out.putInt((int) others[forecastAt(slot, i)]);
            }
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
            others[rowAt(slot) + OPEN_TIME] = in.getLong();
            others[rowAt(slot) + CLOSE] = in.getDouble();
            in.getDoubles(features[slot]);
            for (int i = 0; i < forecasterCount; i++) {
                in.getDoubles(others, forecastAt(slot, i) + 1, forecastAt(slot, i + 1));
            }
            for (int i = 0; i < forecasterCount; i++) {
                others[forecastAt(slot, i)] = in.getCount(classCount - 1);
            }
        }
    }

    private int rowAt(int slot) {
        return slot * (FORECASTS + forecasterCount * (1 + classCount));
    }

    private int forecastAt(int slot, int forecaster) {
        return rowAt(slot) + FORECASTS + forecaster * (1 + classCount);
    }

    private int newestSlot() {
        int slot = firstSlot + (int) (next - 1 - first);
        return slot >= horizon ? slot - horizon : slot;
    }

    private int slot(long candleNumber) {
        return (int) (candleNumber % horizon);
    }
}

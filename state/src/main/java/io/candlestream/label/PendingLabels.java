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
/// | memory | `horizon` rows of `8 (featureCount + forecasterCount (classCount + 1/2) + 2)` bytes |
///
/// Not thread-safe: owned by one stream task.
public final class PendingLabels {

    private final int horizon;
    private final int featureCount;
    private final int classCount;
    private final int forecasterCount;
    private final long[] openTimesMs;
    private final double[] closes;
    private final double[] features;
    private final double[] probabilities;
    private final int[] predicted;
    private long first = 1;
    private long next = 1;

    /// An empty wait.
    ///
    /// @param horizon candles until a prediction gets its label, at least 1
    /// @param featureCount features a row
    /// @param classCount classes a forecast
    /// @param forecasterCount forecasts a row: the model and its baselines
    public PendingLabels(int horizon, int featureCount, int classCount, int forecasterCount) {
        this.horizon = horizon;
        this.featureCount = featureCount;
        this.classCount = classCount;
        this.forecasterCount = forecasterCount;
        this.openTimesMs = new long[horizon];
        this.closes = new double[horizon];
        this.features = new double[Math.multiplyExact(horizon, featureCount)];
        this.probabilities = new double[Math.multiplyExact(horizon, forecasterCount * classCount)];
        this.predicted = new int[horizon * forecasterCount];
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

    /// Adds a row behind the newest.
    ///
    /// @param candleNumber number of the candle; one more than that of the newest row, where rows
    ///   wait
    /// @throws IllegalStateException when the number is another, or `horizon` rows wait already
    public void add(
            long candleNumber,
            long openTimeMs,
            double close,
            double[] features,
            double[][] probabilities,
            int[] predicted) {
        if (first == next) {
            first = candleNumber;
            next = candleNumber;
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
        int slot = slot(candleNumber);
        openTimesMs[slot] = openTimeMs;
        closes[slot] = close;
        System.arraycopy(features, 0, this.features, slot * featureCount, featureCount);
        for (int i = 0; i < forecasterCount; i++) {
            int row = slot * forecasterCount + i;
            System.arraycopy(probabilities[i], 0, this.probabilities, row * classCount, classCount);
            this.predicted[row] = predicted[i];
        }
        next++;
    }

    /// @return open time of the candle of the oldest row
    public long firstOpenTimeMs() {
        return openTimesMs[slot(first)];
    }

    /// @return close of the candle of the oldest row
    public double firstClose() {
        return closes[slot(first)];
    }

    /// Copies the oldest row out and lets it go.
    public void take(double[] features, double[][] probabilities, int[] predicted) {
        int slot = slot(first);
        System.arraycopy(this.features, slot * featureCount, features, 0, featureCount);
        for (int i = 0; i < forecasterCount; i++) {
            int row = slot * forecasterCount + i;
            System.arraycopy(this.probabilities, row * classCount, probabilities[i], 0, classCount);
            predicted[i] = this.predicted[row];
        }
        first++;
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
    }

    /// Appends the rows from `from` (inclusive) to `to` (exclusive), all of them waiting.
    public void saveRows(long from, long to, StateOutput out) {
        for (long number = from; number < to; number++) {
            int slot = slot(number);
            out.putLong(openTimesMs[slot]);
            out.putDouble(closes[slot]);
            out.putDoubles(features, slot * featureCount, (slot + 1) * featureCount);
            int width = forecasterCount * classCount;
            out.putDoubles(probabilities, slot * width, (slot + 1) * width);
            for (int i = 0; i < forecasterCount; i++) {
                out.putInt(predicted[slot * forecasterCount + i]);
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
            openTimesMs[slot] = in.getLong();
            closes[slot] = in.getDouble();
            in.getDoubles(features, slot * featureCount, (slot + 1) * featureCount);
            int width = forecasterCount * classCount;
            in.getDoubles(probabilities, slot * width, (slot + 1) * width);
            for (int i = 0; i < forecasterCount; i++) {
                predicted[slot * forecasterCount + i] = in.getCount(classCount - 1);
            }
        }
    }

    private int slot(long candleNumber) {
        return (int) (candleNumber % horizon);
    }
}

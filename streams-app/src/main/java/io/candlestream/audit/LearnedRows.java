package io.candlestream.audit;

import java.util.Arrays;

/// The rows that one fold learned from. Not thread-safe.
public final class LearnedRows {

    private long[] times;
    private int count;

    /// None.
    public LearnedRows() {
        times = new long[128];
    }

    /// The same rows as another's until now.
    public LearnedRows(LearnedRows other) {
        times = other.times.clone();
        count = other.count;
    }

    /// Adds a row.
    ///
    /// @param openTimeMs of the candle that was predicted on, UTC epoch milliseconds
    /// @param knownMs close time of the candle at whose close it was learned
    public void add(long openTimeMs, long knownMs) {
        if (2 * count == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[2 * count] = openTimeMs;
        times[2 * count + 1] = knownMs;
        count++;
    }

    /// @return how many there are
    public int count() {
        return count;
    }

    /// @param row from 0
    /// @return open time of the candle that was predicted on
    long openTimeMs(int row) {
        return times[2 * row];
    }

    /// @param row from 0
    /// @return close time of the candle at whose close it was learned
    long knownMs(int row) {
        return times[2 * row + 1];
    }
}

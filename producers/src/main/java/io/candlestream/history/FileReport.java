package io.candlestream.history;

import java.util.List;

/// What is in a candle file, and what is wrong with it.
///
/// @param file the file and its series
/// @param rowCount rows that are candles, whatever else is wrong with them
/// @param badRowCount rows that could not be understood
/// @param firstBadRows the first few of those
/// @param firstOpenTimeMs the earliest open time, UTC epoch milliseconds; 0 without rows
/// @param lastOpenTimeMs the latest open time; 0 without rows
/// @param order repetitions, candles out of order, gaps
/// @param numbers prices and volumes that make no sense
/// @param outlierCount candles that move as none of the recent ones did; no fault by themselves
/// @param volumeName the column that volumes are taken from, where there are several; else empty
public record FileReport(
        CandleFile file,
        long rowCount,
        long badRowCount,
        List<BadRow> firstBadRows,
        long firstOpenTimeMs,
        long lastOpenTimeMs,
        Order order,
        Numbers numbers,
        long outlierCount,
        String volumeName) {

    /// The lists are copied.
    public FileReport {
        firstBadRows = List.copyOf(firstBadRows);
    }

    /// Tells whether every row is a candle, each once, in order, without a gap and with sane
    /// numbers. An open or close outside low to high and a volume of zero are no fault: real venues
    /// send them.
    public boolean isFlawless() {
        return badRowCount == 0 && order.isFlawless() && numbers.isFlawless();
    }

    /// What is wrong with the order of the candles.
    ///
    /// @param duplicateCount exact repetitions of the candle before
    /// @param conflictCount candles with the time of the candle before and other numbers
    /// @param lateCount candles older than one before them
    /// @param offGridCount candles that open off the grid of the interval
    /// @param gapCount holes
    /// @param missingCount candles that are missing in all holes
    /// @param longestGap candles that are missing in the longest hole
    public record Order(
            long duplicateCount,
            long conflictCount,
            long lateCount,
            long offGridCount,
            long gapCount,
            long missingCount,
            long longestGap) {

        boolean isFlawless() {
            return duplicateCount + conflictCount + lateCount + offGridCount + gapCount == 0;
        }
    }

    /// What is wrong with the numbers; a candle counts in every line it belongs to.
    ///
    /// @param outsideRangeCount candles with an open or close outside low to high
    /// @param highBelowLowCount candles with a high below the low
    /// @param notPositiveCount candles with a price of zero or less
    /// @param negativeVolumeCount candles with a volume below zero
    /// @param zeroVolumeCount candles with a volume of zero
    public record Numbers(
            long outsideRangeCount,
            long highBelowLowCount,
            long notPositiveCount,
            long negativeVolumeCount,
            long zeroVolumeCount) {

        boolean isFlawless() {
            return highBelowLowCount + notPositiveCount + negativeVolumeCount == 0;
        }
    }
}

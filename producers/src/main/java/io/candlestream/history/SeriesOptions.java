package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import org.jspecify.annotations.Nullable;

/// What the user says about the series of a file. What is left out is inferred from the file.
///
/// @param instrument null: venue `file` and, as symbol, what the column `symbol` says, or the
///   file's name up to the first `-` or `.`
/// @param interval null: the most frequent step between the open times of the first 1,000 candles
/// @param columns what the columns are called
/// @param conflicts which of several rows of one time is taken; null for all
public record SeriesOptions(
        @Nullable Instrument instrument,
        @Nullable Interval interval,
        ColumnNames columns,
        @Nullable ConflictRule conflicts) {

    /// The usual columns, all rows.
    public SeriesOptions(@Nullable Instrument instrument, @Nullable Interval interval) {
        this(instrument, interval, ColumnNames.USUAL, null);
    }

    /// Nothing is said; both are inferred.
    public static SeriesOptions inferred() {
        return new SeriesOptions(null, null);
    }

    /// The same, with this instrument.
    public SeriesOptions withInstrument(Instrument known) {
        return new SeriesOptions(known, interval, columns, conflicts);
    }

    /// The same, with this interval.
    public SeriesOptions withInterval(Interval known) {
        return new SeriesOptions(instrument, known, columns, conflicts);
    }

    /// The same, with these columns.
    public SeriesOptions withColumns(ColumnNames known) {
        return new SeriesOptions(instrument, interval, known, conflicts);
    }

    /// The same, with this rule for conflicts; null for all rows.
    public SeriesOptions withConflicts(@Nullable ConflictRule rule) {
        return new SeriesOptions(instrument, interval, columns, rule);
    }
}

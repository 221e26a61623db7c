package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import org.jspecify.annotations.Nullable;

/// What the user says about the series of a file. What is left out is inferred from the file.
///
/// @param instrument null: venue `file` and, as symbol, the file's name up to the first `-` or `.`
/// @param interval null: the most frequent step between the open times of the first 1,000 candles
public record SeriesOptions(@Nullable Instrument instrument, @Nullable Interval interval) {

    /// Nothing is said; both are inferred.
    public static SeriesOptions inferred() {
        return new SeriesOptions(null, null);
    }

    /// The same, with this instrument.
    public SeriesOptions withInstrument(Instrument known) {
        return new SeriesOptions(known, interval);
    }

    /// The same, with this interval.
    public SeriesOptions withInterval(Interval known) {
        return new SeriesOptions(instrument, known);
    }
}

package io.candlestream.venue;

import io.candlestream.candle.Series;

/// How a series of a feed does.
///
/// @param series the series
/// @param state one word: `connecting`, `live`, `catching-up`, `silent` or `refused`
/// @param lastOpenMs open time of the last published candle, UTC epoch milliseconds, or -1 where
///   there is none
/// @param lagMs how long ago, by the venue's clock, the last published candle closed, or -1
/// @param counts what became of the candles
/// @param reconnects how often the feed of the series has lost its connection
public record SeriesStatus(
        Series series,
        String state,
        long lastOpenMs,
        long lagMs,
        SeriesCounts counts,
        long reconnects) {}

package io.candlestream.venue;

import io.candlestream.candle.Candle;
import java.util.List;

/// A venue's answer to the question for a span of candles.
///
/// @param span what was asked for
/// @param candles what the venue has there, by rising open time; candles outside of the span may be
///   among them
/// @param venueTimeMs the venue's clock when it answered, UTC epoch milliseconds; candles that
///   close later are not closed
public record Page(Span span, List<Candle> candles, long venueTimeMs) {

    /// Copies the candles.
    public Page {
        candles = List.copyOf(candles);
    }
}

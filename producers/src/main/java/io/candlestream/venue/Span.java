package io.candlestream.venue;

/// A stretch of open times of a series.
///
/// @param fromMs UTC epoch milliseconds, inclusive
/// @param toMs UTC epoch milliseconds, exclusive, at least `fromMs`
public record Span(long fromMs, long toMs) {

    /// Checks the order.
    ///
    /// @throws IllegalArgumentException when the end is before the start
    public Span {
        if (toMs < fromMs) {
            throw new IllegalArgumentException(
                    "a span must not end before it starts, was " + fromMs + " to " + toMs);
        }
    }
}

package io.candlestream.training;

import io.candlestream.epoch.Examples;
import io.candlestream.epoch.Parts;

/// When the parts of a training were.
///
/// @param train from the first candle that was learned from to the close that gave the last label
/// @param validation likewise
/// @param test likewise
public record Spans(Span train, Span validation, Span test) {

    /// @param fromMs open of the first candle predicted on, UTC epoch milliseconds
    /// @param toMs close of the candle that gave the last label
    public record Span(long fromMs, long toMs) {}

    static Spans of(Examples examples, Parts parts) {
        return new Spans(
                span(examples, 0, parts.trainTo()),
                span(examples, parts.validationFrom(), parts.validationTo()),
                span(examples, parts.testFrom(), parts.testTo()));
    }

    private static Span span(Examples examples, int from, int to) {
        return new Span(examples.openTimeMs(from), examples.labelledAtMs(to - 1));
    }
}

package io.candlestream.venue;

import org.jspecify.annotations.Nullable;

/// What reaches a feed's one thread from the network.
sealed interface FeedInput {

    /// A connection is open.
    record Opened(Link link) implements FeedInput {}

    /// A whole text frame.
    record Text(Link link, String text) implements FeedInput {}

    /// A connection has ended or could not be made.
    ///
    /// @param refusal how the venue refused it, or null where it did not
    record Lost(Link link, String why, @Nullable VenueFault refusal) implements FeedInput {}

    /// REST has answered.
    record Answered(Question question, HistoryAnswer answer) implements FeedInput {}

    /// REST has not answered.
    record Unanswered(Question question, String why) implements FeedInput {}

    /// A question for the candles of a span.
    record Question(SeriesSync sync, Span span) {}

    /// @param status of HTTP
    /// @param dateMs the venue's clock, UTC epoch milliseconds, or -1 where it does not say
    /// @param retryAfterMs how long not to ask, or 0 where it does not say
    /// @param weight request weight used in this minute, or 0 where it does not say
    record HistoryAnswer(int status, String body, long dateMs, long retryAfterMs, long weight) {}
}

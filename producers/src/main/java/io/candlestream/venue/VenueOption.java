package io.candlestream.venue;

import java.util.Locale;

/// The numbers of a feed that a venue or a user may set differently. Times are in milliseconds.
///
/// The written form is the name in lower case with hyphens, as in `silence-ms`.
public enum VenueOption {

    /// A connection without any frame for so long counts as dead.
    SILENCE_MS(60_000),
    /// A connection whose subscription is not accepted for so long counts as dead.
    ACK_MS(10_000),
    /// How often the venue wants to hear from its clients.
    KEEP_ALIVE_MS(20_000),
    /// A connection so old is replaced by a new one before the venue ends it.
    ROTATE_AFTER_MS(23 * 3_600_000L),
    /// Longest wait before the first new attempt to connect.
    FIRST_BACKOFF_MS(250),
    /// Longest wait before any new attempt to connect.
    LONGEST_BACKOFF_MS(30_000),
    /// How long connecting may take.
    CONNECT_MS(10_000),
    /// How long a REST answer may take.
    REQUEST_MS(10_000),
    /// Shortest time between two REST questions.
    REQUEST_GAP_MS(100),
    /// Shortest time between two messages on a connection.
    SEND_GAP_MS(250),
    /// How long a venue that has blocked this address is left alone.
    BLOCKED_MS(600_000),
    /// Instruments in one subscription message.
    SUBSCRIBE_COUNT(100),
    /// Request weight in a minute at which a feed waits for the next minute; 0 where the venue
    /// counts none.
    WEIGHT_LIMIT(0),
    /// How long after its close a candle may be on its way before REST is asked.
    GRACE_MS(5_000),
    /// How long after a candle's close an answer without it is not believed.
    SETTLE_MS(2_000),
    /// Published candles that are asked for again with every question.
    RECHECK_COUNT(2),
    /// Candles in one REST answer.
    PAGE_CANDLES(300),
    /// Candles before now with which a series begins that the topic does not have.
    BACKFILL_COUNT(0),
    /// A series without a word from the venue for two intervals and so long is reported.
    SILENT_SERIES_MS(60_000),
    /// How far this computer's clock may be from the venue's before it is reported.
    CLOCK_SKEW_MS(30_000);

    private final long usual;

    VenueOption(long usual) {
        this.usual = usual;
    }

    /// @return what holds where neither venue nor user says otherwise
    public long usual() {
        return usual;
    }

    /// The written form.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

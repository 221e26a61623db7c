package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import org.jspecify.annotations.Nullable;

/// What one frame of a venue says.
public sealed interface VenueEvent {

    /// A candle that the venue calls closed.
    ///
    /// @param candle as the venue sent it, unchecked
    record Closed(Candle candle) implements VenueEvent {}

    /// The state of a candle that may still change.
    ///
    /// @param candle as the venue sent it, unchecked
    record Forming(Candle candle) implements VenueEvent {}

    /// A subscription has been accepted.
    ///
    /// @param series which, or null where the venue answers for all at once
    record Subscribed(@Nullable Series series) implements VenueEvent {}

    /// A subscription has been refused.
    ///
    /// @param series which, or null where the venue does not say
    /// @param message in the venue's words
    record Refused(@Nullable Series series, String message) implements VenueEvent {}

    /// The venue will soon end this connection.
    ///
    /// @param why in the venue's words
    record Leaving(String why) implements VenueEvent {}

    /// A frame that is not what the venue documents.
    ///
    /// @param why what must hold, and what was
    record Unreadable(String why) implements VenueEvent {}

    /// A frame that shows the connection is alive, and no more: a heartbeat, a candle nobody asked
    /// for, a type that was introduced later.
    record Pulse() implements VenueEvent {}
}

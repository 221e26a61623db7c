package io.candlestream.venue;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The two clocks of a feed.
///
/// @param wall says when a candle closes, until the venue's own clock is known
/// @param elapsedMs milliseconds since some fixed moment: measures silence, age and waiting
public record VenueTime(InstantSource wall, LongSupplier elapsedMs) {

    /// The computer's own clocks.
    public static VenueTime system() {
        return new VenueTime(InstantSource.system(), () -> System.nanoTime() / 1_000_000);
    }
}

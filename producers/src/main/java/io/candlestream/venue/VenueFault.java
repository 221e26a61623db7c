package io.candlestream.venue;

/// Why a venue did not answer with candles.
///
/// @param kind what to do about it
/// @param message what was, and what a user can do
/// @param retryAfterMs how long the venue wants not to be asked, or 0 where it does not say
public record VenueFault(Kind kind, String message, long retryAfterMs) {

    /// What to do about a fault.
    public enum Kind {
        /// Asked too often: wait.
        RATE_LIMITED,
        /// The venue does not talk to this network address.
        BLOCKED,
        /// There is no such instrument.
        UNKNOWN_SYMBOL,
        /// The question was wrong and will be the next time.
        REFUSED,
        /// No answer, or none that can be used: ask again.
        UNAVAILABLE
    }

    /// Checks the time.
    ///
    /// @throws IllegalArgumentException when it is negative
    public VenueFault {
        if (retryAfterMs < 0) {
            throw new IllegalArgumentException(
                    "retry-after must be at least 0 ms, was " + retryAfterMs);
        }
    }

    static VenueFault unavailable(String message) {
        return new VenueFault(Kind.UNAVAILABLE, message, 0);
    }
}

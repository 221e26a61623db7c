package io.candlestream.venue;

/// A feed cannot go on by itself. The message says why and what to do, and is fit for a user.
public final class VenueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message what must hold, what was, and what to do about it
    public VenueException(String message) {
        super(message);
    }
}

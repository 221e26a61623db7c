package io.candlestream.codec;

/// Stored state that cannot be what the running configuration would have written: a broken
/// invariant, never a bad record.
public final class StateFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// An exception that says what the bytes should have held, and what they held.
    public StateFormatException(String message) {
        super(message);
    }
}

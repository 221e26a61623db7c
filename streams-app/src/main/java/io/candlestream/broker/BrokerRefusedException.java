package io.candlestream.broker;

/// A broker cannot run with what it was given: the port is taken, or the directory is in use, not
/// writable or not its own. The message says which and is fit for a user; nothing was changed.
public final class BrokerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// A refusal for a reason of our own.
    ///
    /// @param message what is wrong and what to do, in one sentence or two
    public BrokerRefusedException(String message) {
        super(message);
    }

    /// A refusal because of a failure below.
    ///
    /// @param message what is wrong and what to do, in one sentence or two
    /// @param cause the failure
    public BrokerRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.candlestream.cli;

/// A command was given something it cannot work with. The message says what and is fit for a user.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}

package io.candlestream.registry;

/// A snapshot that cannot be used or kept. The message says what must hold and what was, and is fit
/// for a user.
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegistryException(String message) {
        super(message);
    }
}

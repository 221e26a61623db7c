package io.candlestream.trial;

/// A registry that cannot be used. The message says what must hold and what was, and is fit for a
/// user.
public final class TrialException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrialException(String message) {
        super(message);
    }
}

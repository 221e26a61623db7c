package io.candlestream.training;

/// A training that cannot be made of what was given. The message says what must hold and what was,
/// and is fit for a user.
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingException(String message) {
        super(message);
    }
}

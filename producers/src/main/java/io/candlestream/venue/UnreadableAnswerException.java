package io.candlestream.venue;

/// A frame or an answer is not what the venue documents. Never leaves this package.
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableAnswerException(String message) {
        super(message);
    }
}

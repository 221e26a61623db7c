package io.candlestream.topology;

/// A record on the topic candles or signals that is a message, but not one that may stand there.
final class MalformedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedRecordException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

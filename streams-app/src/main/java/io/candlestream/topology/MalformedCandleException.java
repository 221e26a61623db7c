package io.candlestream.topology;

/// A record on the topic candles that is a message, but not one that may stand there.
final class MalformedCandleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedCandleException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

package io.candlestream.history;

/// A row or header that cannot be understood; the reader turns it into a [BadRow] or an
/// [UnreadableFileException].
final class MalformedRowException extends Exception {

    private final String reason;

    MalformedRowException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /// What must hold, then what was.
    String reason() {
        return reason;
    }
}

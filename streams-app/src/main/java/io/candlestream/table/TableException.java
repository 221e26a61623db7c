package io.candlestream.table;

/// A table that cannot be read, cannot be learned from, or cannot be written. The message says what
/// must hold and what was, and is fit for a user.
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TableException(String message) {
        super(message);
    }
}

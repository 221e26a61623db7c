package io.candlestream.report;

/// A folder that holds no report that can be read. The message says what must hold and what was,
/// and is fit for a user.
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReportException(String message) {
        super(message);
    }
}

package io.candlestream.bench;

/// A measurement that did not come to its end, so there is no figure.
public final class BenchmarkFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchmarkFailedException(String message) {
        super(message);
    }

    BenchmarkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.candlestream.backtest;

/// A backtest that cannot be made of what was given. The message says what must hold and what was,
/// and is fit for a user.
public final class BacktestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BacktestException(String message) {
        super(message);
    }
}

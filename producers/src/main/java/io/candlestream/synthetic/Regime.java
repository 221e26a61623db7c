package io.candlestream.synthetic;

/// How an invented market behaves for a while.
enum Regime {
    TREND_UP(0.15, 1.0),
    TREND_DOWN(-0.15, 1.0),
    QUIET(0.0, 0.4),
    VOLATILE(0.0, 2.5);

    private final double drift;
    private final double volatility;

    /// @param drift mean change a candle, in units of the market's usual volatility
    /// @param volatility multiple of the usual volatility
    Regime(double drift, double volatility) {
        this.drift = drift;
        this.volatility = volatility;
    }

    double drift() {
        return drift;
    }

    double volatility() {
        return volatility;
    }
}

package io.candlestream.feature;

import java.util.Locale;

/// The groups under which indicators are listed.
public enum Category {
    /// The candle's own numbers, and what follows from one or two candles.
    PRICE,
    /// Averages and trend lines.
    TREND,
    /// Rates of change and oscillators.
    MOMENTUM,
    /// Ranges, deviations and bands.
    VOLATILITY,
    /// What volume says, alone or with the price.
    VOLUME,
    /// Statistics of any source.
    STATISTICS,
    /// Candlestick patterns.
    PATTERN,
    /// Support, resistance and the strength of trends.
    STRUCTURE,
    /// Hour, weekday, month and session.
    TIME,
    /// Numbers from elsewhere.
    SIGNAL,
    /// What is written like an indicator and is not computed from its arguments alone.
    FORM;

    /// The name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.candlestream.venue;

import io.candlestream.candle.Candle;

/// Where a feed's candles go.
public interface CandleSink {

    /// Takes a closed candle, the next of its series.
    void publish(Candle candle);

    /// Takes a candle that the venue sent for an open time that is behind the series: other numbers
    /// than the published ones, or a candle where the venue had none.
    ///
    /// @param published the candle that was published for this open time, or the last published one
    ///   where there was none
    /// @param revised what the venue says now
    void revise(Candle published, Candle revised);

    /// Looks whether everything taken so far has arrived or may still arrive.
    ///
    /// @throws RuntimeException when something has not: a feed must end, or there is a hole
    default void check() {}
}

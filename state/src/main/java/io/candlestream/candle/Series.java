package io.candlestream.candle;

/// An instrument at an interval: what state and models belong to.
///
/// @param instrument what is traded where
/// @param interval the length of its candles
public record Series(Instrument instrument, Interval interval) {

    /// The written form, `binance:BTCUSDT@1h`.
    @Override
    public String toString() {
        return instrument.toString() + '@' + interval;
    }
}

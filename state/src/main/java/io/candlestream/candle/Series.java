package io.candlestream.candle;

/// An instrument at an interval: what state and models belong to.
///
/// Keeps its text, which every message about it bears, and is found by it.
public final class Series {

    private final Instrument instrument;
    private final Interval interval;
    private final String text;
    private final int hash;

    /// A series.
    ///
    /// @param instrument what is traded where
    /// @param interval the length of its candles
    public Series(Instrument instrument, Interval interval) {
        this.instrument = instrument;
        this.interval = interval;
        this.text = instrument.toString() + '@' + interval;
        this.hash = text.hashCode();
    }

    /// Reads the written form.
    ///
    /// @param text `venue:SYMBOL@interval`; the last `@` separates
    /// @throws IllegalArgumentException when there is no `@` or a part is not valid
    public static Series parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(
                    "series must be venue:SYMBOL@interval, was " + Quoted.of(text));
        }
        return new Series(
                Instrument.parse(text.substring(0, at)), Interval.parse(text.substring(at + 1)));
    }

    /// @return what is traded where
    public Instrument instrument() {
        return instrument;
    }

    /// @return the length of its candles
    public Interval interval() {
        return interval;
    }

    /// Equal when instrument and interval are.
    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// The written form, `binance:BTCUSDT@1h`.
    @Override
    public String toString() {
        return text;
    }
}

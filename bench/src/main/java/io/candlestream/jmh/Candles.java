package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.synthetic.SyntheticCandles;
import io.candlestream.synthetic.SyntheticMarket;

/// Invented one-minute candles in memory.
final class Candles {

    /// The series of every candle.
    static final Series SERIES =
            new Series(new Instrument(SyntheticMarket.VENUE, "COIN1"), Interval.ONE_MINUTE);

    private static final long SEED = 1;

    private Candles() {}

    static Candle[] array(int count) {
        SyntheticCandles source = new SyntheticCandles(SyntheticMarket.of(SERIES, SEED));
        Candle[] candles = new Candle[count];
        for (int i = 0; i < count; i++) {
            candles[i] = source.next();
        }
        return candles;
    }
}

package io.candlestream.bench;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleSource;
import io.candlestream.synthetic.SyntheticCandles;
import io.candlestream.synthetic.SyntheticMarket;
import org.jspecify.annotations.Nullable;

/// One-minute candles of many instruments that all close together, the hardest order for state: no
/// instrument comes twice before every other one has come.
///
/// Not thread-safe.
final class RoundRobinCandles implements CandleSource {

    private static final String SYMBOL = "COIN";
    private static final long SEED = 1;

    private final SyntheticCandles[] markets;
    private long given;
    private long end;

    RoundRobinCandles(int instruments) {
        markets = new SyntheticCandles[instruments];
        for (int i = 0; i < instruments; i++) {
            markets[i] = new SyntheticCandles(SyntheticMarket.of(series(i), SEED));
        }
    }

    /// Lets `count` more candles out.
    RoundRobinCandles more(long count) {
        end += count;
        return this;
    }

    @Override
    public @Nullable Candle next() {
        return given < end ? markets[(int) (given++ % markets.length)].next() : null;
    }

    /// The place of a candle in this order, from 0.
    ///
    /// @param instrument its written form
    long indexOf(String instrument, long openTimeMs) {
        long first = SyntheticMarket.of(series(0), SEED).firstOpenTimeMs();
        long round = (openTimeMs - first) / Interval.ONE_MINUTE.durationMs();
        int symbol = instrument.lastIndexOf(SYMBOL) + SYMBOL.length();
        return round * markets.length
                + Integer.parseInt(instrument, symbol, instrument.length(), 10);
    }

    private static Series series(int index) {
        Instrument instrument = new Instrument(SyntheticMarket.VENUE, SYMBOL + index);
        return new Series(instrument, Interval.ONE_MINUTE);
    }
}

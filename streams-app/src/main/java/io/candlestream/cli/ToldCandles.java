package io.candlestream.cli;

import io.candlestream.candle.Candle;
import io.candlestream.history.CandleSource;
import org.jspecify.annotations.Nullable;

/// Candles together with what keeps the rows that were no candles.
final class ToldCandles implements CandleSource {

    private final CandleSource candles;
    private final RowRejections rejections;

    ToldCandles(CandleSource candles, RowRejections rejections) {
        this.candles = candles;
        this.rejections = rejections;
    }

    @Override
    public @Nullable Candle next() {
        return candles.next();
    }

    @Override
    public long badRowCount() {
        return candles.badRowCount();
    }

    @Override
    public void close() {
        try (rejections) {
            candles.close();
        }
    }
}

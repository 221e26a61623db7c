package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.indicator.Batch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Candles as columns, and the columns that many definitions begin with: a number a candle, NaN
/// where there is none.
final class BatchCandles {

    final int size;
    final long[] openTime;

    /// The UTC day every candle opens in, counted from 1970 on.
    final long[] day;

    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;

    BatchCandles(List<Candle> candles) {
        size = candles.size();
        openTime = candles.stream().mapToLong(Candle::openTimeMs).toArray();
        day = Arrays.stream(openTime).map(BatchCandles::day).toArray();
        open = Batch.of(candles, Candle::open);
        high = Batch.of(candles, Candle::high);
        low = Batch.of(candles, Candle::low);
        close = Batch.of(candles, Candle::close);
        volume = Batch.of(candles, Candle::baseVolume);
    }

    private static long day(long openTime) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(openTime), ZoneOffset.UTC).toEpochDay();
    }

    /// The mean of high, low and close.
    double[] typical() {
        return BatchColumns.each(row -> (high[row] + low[row] + close[row]) / 3, close);
    }

    /// The middle of high and low.
    double[] median() {
        return BatchColumns.each(row -> (high[row] + low[row]) / 2, close);
    }

    /// High less low.
    double[] range() {
        return BatchColumns.each(row -> high[row] - low[row], close);
    }

    /// Close less open.
    double[] body() {
        return BatchColumns.each(row -> close[row] - open[row], close);
    }

    /// The largest of high less low, and of how far each is from the close before.
    double[] trueRange() {
        double[] before = BatchColumns.lag(close, 1);
        return BatchColumns.each(
                row ->
                        Math.max(
                                high[row] - low[row],
                                Math.max(
                                        Math.abs(high[row] - before[row]),
                                        Math.abs(low[row] - before[row]))),
                before);
    }

    /// Wilder's average of the true range.
    double[] atr(int period) {
        return BatchColumns.wilder(trueRange(), period);
    }

    /// A number a candle that follows from its row alone.
    double[] each(IntToDoubleFunction formula) {
        return BatchColumns.each(formula, close);
    }
}

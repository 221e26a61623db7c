package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// The golden candles as columns, and columns made of them by plain definitions or by ta4j: a
/// number a candle, NaN where there is none.
final class Columns {

    static final List<Candle> CANDLES = GoldenTable.candles();
    static final double[] OPEN = Batch.of(CANDLES, Candle::open);
    static final double[] HIGH = Batch.of(CANDLES, Candle::high);
    static final double[] LOW = Batch.of(CANDLES, Candle::low);
    static final double[] CLOSE = Batch.of(CANDLES, Candle::close);
    static final double[] VOLUME = Batch.of(CANDLES, Candle::baseVolume);

    private Columns() {}

    /// @param formula from the row to the number
    static double[] each(IntToDoubleFunction formula) {
        return IntStream.range(0, CANDLES.size()).mapToDouble(formula).toArray();
    }

    /// @param formula as for [#each], of every row but the first
    static double[] afterFirst(IntToDoubleFunction formula) {
        return each(row -> row == 0 ? Double.NaN : formula.applyAsDouble(row));
    }

    /// @param statistic of the last `period` numbers, oldest first
    static double[] rolling(double[] column, int period, ToDoubleFunction<double[]> statistic) {
        return each(row -> {
            if (row < period - 1 || Double.isNaN(column[row - period + 1])) {
                return Double.NaN;
            }
            double[] window = Arrays.copyOfRange(column, row - period + 1, row + 1);
            return statistic.applyAsDouble(window);
        });
    }

    /// The sum of the numbers of the last `period` rows.
    static double sum(IntToDoubleFunction formula, int row, int period) {
        return IntStream.rangeClosed(row - period + 1, row).mapToDouble(formula).sum();
    }

    /// The mean of the numbers of the last `period` rows.
    static double mean(IntToDoubleFunction formula, int row, int period) {
        return sum(formula, row, period) / period;
    }

    /// The middle of a row's range.
    static double middle(int row) {
        return (HIGH[row] + LOW[row]) / 2;
    }

    /// The true range of any row but the first.
    static double trueRange(int row) {
        double before = CLOSE[row - 1];
        double gap = Math.max(Math.abs(HIGH[row] - before), Math.abs(LOW[row] - before));
        return Math.max(HIGH[row] - LOW[row], gap);
    }

    /// Seeded with a plain mean of the first numbers there are.
    static double[] ema(double[] column, int period) {
        int first = (int) Arrays.stream(column).takeWhile(Double::isNaN).count();
        double[] defined = Arrays.copyOfRange(column, first, column.length);
        double[] averages = Batch.averages(defined, period, 2.0 / (period + 1));
        int offset = first + period - 1;
        return each(row -> row < offset ? Double.NaN : averages[row - offset]);
    }

    /// Running sums of the numbers there are.
    static double[] sums(double[] column) {
        double[] sums = column.clone();
        for (int row = 1; row < sums.length; row++) {
            sums[row] += Double.isNaN(sums[row - 1]) ? 0 : sums[row - 1];
        }
        return sums;
    }

    /// What ta4j makes of the golden candles.
    static double[] ta4j(Indicator<Num> oracle) {
        return each(row -> oracle.getValue(row).doubleValue());
    }

    /// The golden candles for ta4j.
    static BarSeries series() {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (Candle candle : CANDLES) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(candle.closeTimeMs()))
                    .openPrice(candle.open())
                    .highPrice(candle.high())
                    .lowPrice(candle.low())
                    .closePrice(candle.close())
                    .volume(candle.baseVolume())
                    .add();
        }
        return series;
    }
}

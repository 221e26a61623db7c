package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// What an expression must give on the golden candles: ta4j's values, or its plain definition
/// computed anew for every row.
final class Oracle {

    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final double[] OPEN = of(Candle::open);
    private static final double[] HIGH = of(Candle::high);
    private static final double[] LOW = of(Candle::low);
    private static final double[] CLOSE = of(Candle::close);
    private static final double[] VOLUME = of(Candle::baseVolume);

    private Oracle() {}

    /// Fails when a row is not ta4j's, from where seeds no longer count.
    static void assertTa4j(String expression, Function<BarSeries, Indicator<Num>> indicator) {
        Indicator<Num> ta4j = indicator.apply(series());
        assertFrom(GroupContract.FIRST_ROW, expression, row -> ta4j.getValue(row).doubleValue());
    }

    /// Fails when a row is not what the definition gives, from the first one that is ready.
    static void assertDefined(String expression, IntToDoubleFunction definition) {
        assertFrom(Use.of(expression).graph().warmUp() - 1, expression, definition);
    }

    static double open(int row) {
        return OPEN[row];
    }

    static double high(int row) {
        return HIGH[row];
    }

    static double low(int row) {
        return LOW[row];
    }

    static double close(int row) {
        return CLOSE[row];
    }

    static double volume(int row) {
        return VOLUME[row];
    }

    static double middle(int row) {
        return (HIGH[row] + LOW[row]) / 2;
    }

    static double trueRange(int row) {
        double before = CLOSE[row - 1];
        double gap = Math.max(Math.abs(HIGH[row] - before), Math.abs(LOW[row] - before));
        return Math.max(HIGH[row] - LOW[row], gap);
    }

    /// The sum over the last `period` rows.
    static double sum(IntToDoubleFunction of, int row, int period) {
        double sum = 0;
        for (int i = row - period + 1; i <= row; i++) {
            sum += of.applyAsDouble(i);
        }
        return sum;
    }

    /// The mean over the last `period` rows.
    static double mean(IntToDoubleFunction of, int row, int period) {
        return sum(of, row, period) / period;
    }

    /// The exponential average, seeded with the mean of the first `period` rows from `first` on.
    static double ema(IntToDoubleFunction of, int first, int row, int period) {
        double ema = mean(of, first + period - 1, period);
        for (int i = first + period; i <= row; i++) {
            ema += 2.0 / (period + 1) * (of.applyAsDouble(i) - ema);
        }
        return ema;
    }

    private static void assertFrom(int first, String expression, IntToDoubleFunction oracle) {
        double[] actual = Use.of(expression).over(CANDLES);
        for (int row = first; row < actual.length; row++) {
            double expected = oracle.applyAsDouble(row);
            assertThat(actual[row])
                    .as("%s in row %s", expression, row)
                    .isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
        }
    }

    private static double[] of(ToDoubleFunction<Candle> number) {
        return CANDLES.stream().mapToDouble(number).toArray();
    }

    private static BarSeries series() {
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

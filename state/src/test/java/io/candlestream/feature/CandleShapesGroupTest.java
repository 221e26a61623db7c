package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.golden.GoldenTable;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.aggregator.HeikinAshiBarAggregator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;

final class CandleShapesGroupTest implements GroupOracle {

    private static final List<Candle> CANDLES = GoldenTable.candles();

    @Override
    public List<Definition> definitions() {
        return Stream.of(CandleShapes.definitions(), PriceRanges.definitions())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void partsAreSharesOfTheClose() {
        List<Candle> candles = List.of(candle(10, 14, 8, 12.5));

        assertThat(last("candle", "range", candles)).isEqualTo(6 / 12.5);
        assertThat(last("candle", "body", candles)).isEqualTo(2.5 / 12.5);
        assertThat(last("candle", "upper_shadow", candles)).isEqualTo(1.5 / 12.5);
        assertThat(last("candle", "lower_shadow", candles)).isEqualTo(2 / 12.5);
        assertThat(last("candle", "direction", candles)).isEqualTo(1);
        assertThat(last("body_ratio", "", candles)).isEqualTo(2.5 / 6);
    }

    @Test
    void directionIsThatOfTheBody() {
        assertThat(last("candle", "direction", List.of(candle(10, 11, 8, 9)))).isEqualTo(-1);
        assertThat(last("candle", "direction", List.of(candle(10, 11, 9, 10)))).isZero();
    }

    @Test
    void insideAndOutsideBarsTouchNeitherEnd() {
        Candle before = candle(10, 12, 8, 11);

        assertThat(last("inside_bar", "", List.of(before, candle(9, 11, 9, 10)))).isEqualTo(1);
        assertThat(last("inside_bar", "", List.of(before, candle(9, 12, 9, 10)))).isZero();
        assertThat(last("inside_bar", "", List.of(before, candle(9, 11, 8, 10)))).isZero();
        assertThat(last("outside_bar", "", List.of(before, candle(9, 13, 7, 10)))).isEqualTo(1);
        assertThat(last("outside_bar", "", List.of(before, candle(9, 12, 7, 10)))).isZero();
        assertThat(last("outside_bar", "", List.of(before, candle(9, 13, 8, 10)))).isZero();
    }

    @Test
    void placesAreInTheMiddleWhenNothingMoves() {
        List<Candle> flat = Collections.nCopies(20, candle(5, 5, 5, 5));

        assertThat(last("close_in_range", "", flat)).isEqualTo(0.5);
        assertThat(last("price_position", "", flat)).isEqualTo(0.5);
        assertThat(last("body_ratio", "", flat)).isZero();
    }

    @Test
    void placesAreClippedForACloseOutsideTheRange() {
        assertThat(last("close_in_range", "", List.of(candle(5, 6, 5, 7)), "1")).isEqualTo(1);
        assertThat(last("close_in_range", "", List.of(candle(5, 6, 5, 4)), "1")).isZero();
        assertThat(last("body_ratio", "", List.of(candle(5, 6, 5, 9)))).isEqualTo(1);
    }

    @Test
    void windowsAreThoseOfTheBatch() {
        assertColumn(
                named("close_in_range"),
                "",
                19,
                row -> {
                    double low = lowest(row, 20, Candle::low);
                    double high = highest(row, 20, Candle::high);
                    return (close(row) - low) / (high - low);
                });
        assertColumn(
                named("price_position"),
                "",
                6,
                row -> {
                    double low = lowest(row, 7, Candle::baseVolume);
                    double high = highest(row, 7, Candle::baseVolume);
                    return (CANDLES.get(row).baseVolume() - low) / (high - low);
                },
                "volume",
                "7");
        assertColumn(
                named("high_low_ratio"),
                "",
                19,
                row -> highest(row, 20, Candle::high) / lowest(row, 20, Candle::low));
    }

    @Test
    void gapIsFromTheCloseBefore() {
        assertColumn(named("gap"), "", 1, row -> CANDLES.get(row).open() / close(row - 1) - 1);
    }

    @Test
    void trueRangeRatioIsTaLibsTrueRangeOverTheClose() {
        double[] range = GoldenTable.taLib().column("true_range");

        assertColumn(named("true_range_ratio"), "", 1, row -> range[row] / close(row));
    }

    @Test
    void streakIsTa4js() {
        StreakIndicator streak = new StreakIndicator(new ClosePriceIndicator(Ta4j.series(CANDLES)));

        assertColumn(named("streak"), "", 1, row -> streak.getValue(row).doubleValue());
    }

    @Test
    void heikinAshiIsTa4js() {
        BarSeries series = Ta4j.series(CANDLES);
        var bars = new HeikinAshiBarAggregator().aggregate(series.getBarData());
        Definition heikinAshi = named("heikin_ashi");

        assertColumn(heikinAshi, "open", 50, row -> bars.get(row).getOpenPrice().doubleValue());
        assertColumn(heikinAshi, "high", 50, row -> bars.get(row).getHighPrice().doubleValue());
        assertColumn(heikinAshi, "low", 50, row -> bars.get(row).getLowPrice().doubleValue());
        assertColumn(heikinAshi, "close", 50, row -> bars.get(row).getClosePrice().doubleValue());
    }

    private double last(String name, String output, List<Candle> candles, String... written) {
        return Uses.column(candles, named(name), output, written)[candles.size() - 1];
    }

    private static double close(int row) {
        return CANDLES.get(row).close();
    }

    private static double highest(int row, int period, ToDoubleFunction<Candle> source) {
        return CANDLES.subList(row - period + 1, row + 1).stream()
                .mapToDouble(source)
                .max()
                .orElseThrow();
    }

    private static double lowest(int row, int period, ToDoubleFunction<Candle> source) {
        return CANDLES.subList(row - period + 1, row + 1).stream()
                .mapToDouble(source)
                .min()
                .orElseThrow();
    }

    private static Candle candle(double open, double high, double low, double close) {
        Series series = new Series(new Instrument("test", "SHAPE"), Interval.ONE_MINUTE);
        return new Candle(series, 0, open, high, low, close, 1);
    }
}

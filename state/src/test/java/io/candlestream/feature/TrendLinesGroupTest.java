package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanAIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.num.Num;

final class TrendLinesGroupTest implements GroupOracle {

    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final int COUNTING_THIS_ONE = 26 + 1;

    private final BarSeries series = Ta4j.series(CANDLES);

    @Override
    public List<Definition> definitions() {
        return TrendLines.definitions();
    }

    @Test
    void ichimokuLinesAreTa4js() {
        assertIchimoku("conversion", new IchimokuTenkanSenIndicator(series, 9));
        assertIchimoku("base", new IchimokuKijunSenIndicator(series, 26));
    }

    @Test
    void ichimokuSpansAreTa4jsAsDrawnAtThisCandle() {
        assertIchimoku(
                "span_a",
                new IchimokuSenkouSpanAIndicator(
                        series,
                        new IchimokuTenkanSenIndicator(series, 9),
                        new IchimokuKijunSenIndicator(series, 26),
                        COUNTING_THIS_ONE));
        assertIchimoku("span_b", new IchimokuSenkouSpanBIndicator(series, 52, COUNTING_THIS_ONE));
    }

    @Test
    void laggingDistanceIsFromTheCloseThatTheLaggingSpanIsDrawnAt() {
        assertColumn(
                named("ichimoku"),
                "lagging_distance",
                26,
                row -> CANDLES.get(row).close() / CANDLES.get(row - 26).close() - 1);
    }

    @Test
    void cloudDistanceIsFromTheNearestSpanAndZeroBetweenThem() {
        Definition ichimoku = named("ichimoku");
        double[] spanA = Uses.column(CANDLES, ichimoku, "span_a");
        double[] spanB = Uses.column(CANDLES, ichimoku, "span_b");
        double[] distance = Uses.column(CANDLES, ichimoku, "cloud_distance");

        assertThat(distance).contains(0);
        assertColumn(
                ichimoku,
                "cloud_distance",
                77,
                row -> {
                    double close = CANDLES.get(row).close();
                    double toA = (close - spanA[row]) / close;
                    double toB = (close - spanB[row]) / close;
                    boolean between = toA * toB <= 0;
                    return between ? 0 : Math.abs(toA) < Math.abs(toB) ? toA : toB;
                });
    }

    @Test
    void ichimokuNeedsTheSpanAndItsShift() {
        GraphBuilder graph = new GraphBuilder();

        assertThat(Uses.node(graph, named("ichimoku"), "span_b").warmUp()).isEqualTo(52 + 26);
        assertThat(Uses.node(graph, named("ichimoku"), "span_a").warmUp()).isEqualTo(26 + 26);
    }

    @Test
    void supertrendIsTa4js() {
        SuperTrendIndicator trend = new SuperTrendIndicator(series, 10, 3.0);
        Definition supertrend = named("supertrend");

        assertColumn(supertrend, "value", 500, row -> trend.getValue(row).doubleValue());
        assertColumn(supertrend, "direction", 500, row -> trend.isUpTrend(row) ? 1 : -1);
        assertColumn(
                supertrend,
                "distance",
                500,
                row -> 1 - trend.getValue(row).doubleValue() / CANDLES.get(row).close());
    }

    @Test
    void supertrendOfAnotherPeriodAndWidthIsTa4js() {
        SuperTrendIndicator trend = new SuperTrendIndicator(series, 21, 1.5);

        assertColumn(
                named("supertrend"),
                "value",
                500,
                row -> trend.getValue(row).doubleValue(),
                "21",
                "1.5");
    }

    private void assertIchimoku(String output, Indicator<Num> oracle) {
        assertColumn(named("ichimoku"), output, 100, row -> oracle.getValue(row).doubleValue());
    }
}

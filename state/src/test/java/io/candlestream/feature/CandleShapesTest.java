package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.golden.GoldenTable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.aggregator.HeikinAshiBarAggregator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;

final class CandleShapesTest {

    @Test
    void partsAreSharesOfTheClose() {
        List<Candle> candles = List.of(candle(10, 14, 8, 12.5));

        assertThat(last("candle.range", candles)).isEqualTo(6 / 12.5);
        assertThat(last("candle.body", candles)).isEqualTo(2.5 / 12.5);
        assertThat(last("candle.upper_shadow", candles)).isEqualTo(1.5 / 12.5);
        assertThat(last("candle.lower_shadow", candles)).isEqualTo(2 / 12.5);
        assertThat(last("candle.direction", candles)).isEqualTo(1);
        assertThat(last("body_ratio", candles)).isEqualTo(2.5 / 6);
    }

    @Test
    void directionIsThatOfTheBody() {
        assertThat(last("candle.direction", List.of(candle(10, 11, 8, 9)))).isEqualTo(-1);
        assertThat(last("candle.direction", List.of(candle(10, 11, 9, 10)))).isZero();
    }

    @Test
    void insideAndOutsideBarsTouchNeitherEnd() {
        Candle before = candle(10, 12, 8, 11);

        assertThat(last("inside_bar", List.of(before, candle(9, 11, 9, 10)))).isEqualTo(1);
        assertThat(last("inside_bar", List.of(before, candle(9, 12, 9, 10)))).isZero();
        assertThat(last("inside_bar", List.of(before, candle(9, 11, 8, 10)))).isZero();
        assertThat(last("outside_bar", List.of(before, candle(9, 13, 7, 10)))).isEqualTo(1);
        assertThat(last("outside_bar", List.of(before, candle(9, 12, 7, 10)))).isZero();
        assertThat(last("outside_bar", List.of(before, candle(9, 13, 8, 10)))).isZero();
    }

    @Test
    void placesAreInTheMiddleWhenNothingMoves() {
        List<Candle> flat = Collections.nCopies(20, candle(5, 5, 5, 5));

        assertThat(last("close_in_range", flat)).isEqualTo(0.5);
        assertThat(last("price_position", flat)).isEqualTo(0.5);
        assertThat(last("body_ratio", flat)).isZero();
    }

    @Test
    void placesAreClippedForACloseOutsideTheRange() {
        assertThat(last("close_in_range(1)", List.of(candle(5, 6, 5, 7)))).isEqualTo(1);
        assertThat(last("close_in_range(1)", List.of(candle(5, 6, 5, 4)))).isZero();
        assertThat(last("body_ratio", List.of(candle(5, 6, 5, 9)))).isEqualTo(1);
    }

    @Test
    void trueRangeRatioIsTaLibsTrueRangeOverTheClose() {
        double[] range = GoldenTable.taLib().column("true_range");

        assertClose("true_range_ratio", row -> range[row] / CLOSE[row]);
    }

    @Test
    void streakIsTa4js() {
        StreakIndicator streak = new StreakIndicator(new ClosePriceIndicator(series()));

        assertClose("streak", row -> streak.getValue(row).doubleValue());
    }

    @Test
    void heikinAshiIsTa4js() {
        BarSeries series = series();
        var bars = new HeikinAshiBarAggregator().aggregate(series.getBarData());

        assertClose("heikin_ashi.open", row -> bars.get(row).getOpenPrice().doubleValue(), 50);
        assertClose("heikin_ashi.high", row -> bars.get(row).getHighPrice().doubleValue(), 50);
        assertClose("heikin_ashi.low", row -> bars.get(row).getLowPrice().doubleValue(), 50);
        assertClose("heikin_ashi.close", row -> bars.get(row).getClosePrice().doubleValue(), 50);
    }

    private static double last(String expression, List<Candle> candles) {
        return computed(expression, candles)[candles.size() - 1];
    }

    private static Candle candle(double open, double high, double low, double close) {
        Series series = new Series(new Instrument("test", "SHAPE"), Interval.ONE_MINUTE);
        return new Candle(series, 0, open, high, low, close, 1);
    }
}

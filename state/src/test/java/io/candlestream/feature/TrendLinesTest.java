package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Computed.SEEDS_FADED;
import static io.candlestream.feature.Computed.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanAIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.num.Num;

final class TrendLinesTest {

    private static final int COUNTING_THIS_ONE = 26 + 1;

    private final BarSeries series = series();

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
    void ichimokuNeedsTheSpanAndItsShift() {
        assertThat(Computed.warmUp("ichimoku.span_b")).isEqualTo(52 + 26);
        assertThat(Computed.warmUp("ichimoku.span_a")).isEqualTo(26 + 26);
    }

    @Test
    void supertrendIsTa4js() {
        SuperTrendIndicator trend = new SuperTrendIndicator(series, 10, 3.0);

        assertClose("supertrend.value", row -> trend.getValue(row).doubleValue(), SEEDS_FADED);
        assertClose("supertrend.direction", row -> trend.isUpTrend(row) ? 1 : -1, SEEDS_FADED);
        assertClose(
                "supertrend.distance",
                row -> 1 - trend.getValue(row).doubleValue() / CLOSE[row],
                SEEDS_FADED);
    }

    @Test
    void supertrendOfAnotherPeriodAndWidthIsTa4js() {
        SuperTrendIndicator trend = new SuperTrendIndicator(series, 21, 1.5);

        assertClose(
                "supertrend(21,1.5).value", row -> trend.getValue(row).doubleValue(), SEEDS_FADED);
    }

    private void assertIchimoku(String output, Indicator<Num> oracle) {
        assertClose("ichimoku." + output, row -> oracle.getValue(row).doubleValue(), 100);
    }
}

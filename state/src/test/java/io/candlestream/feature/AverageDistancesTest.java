package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.HIGH;
import static io.candlestream.feature.Columns.LOW;
import static io.candlestream.feature.Columns.afterFirst;
import static io.candlestream.feature.Columns.ema;
import static io.candlestream.feature.Columns.mean;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.assertTa4js;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.AccelerationDecelerationIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.DPOIndicator;
import org.ta4j.core.indicators.SchaffTrendCycleIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/// Distances of averages: TA-Lib's, ta4j's, or their definitions.
final class AverageDistancesTest {

    @Test
    void distancesAreSharesOfTheAverage() {
        assertClose("sma_distance(20)", row -> CLOSE[row] / mean(at -> CLOSE[at], row, 20) - 1);
        double[] average = ema(CLOSE, 20);

        assertClose("ema_distance(20)", row -> CLOSE[row] / average[row] - 1);
    }

    @Test
    void detrendedIsTa4js() {
        assertTa4js("dpo(20)", series -> new DPOIndicator(new ClosePriceIndicator(series), 20));
    }

    @Test
    void awesomeIsTa4js() {
        assertTa4js("awesome_oscillator(5,34)", AwesomeOscillatorIndicator::new);
    }

    @Test
    void acceleratorIsTa4js() {
        assertTa4js("accelerator", AccelerationDecelerationIndicator::new);
    }

    @Test
    void schaffIsTa4js() {
        assertTa4js(
                "schaff_trend_cycle(23,50,10)",
                series ->
                        new SchaffTrendCycleIndicator(
                                new ClosePriceIndicator(series), 23, 50, 10, 3));
    }

    @Test
    void prettyGoodIsItsDefinition() {
        double[] range = ema(afterFirst(Columns::trueRange), 14);

        assertClose(
                "pretty_good_oscillator(14)",
                row -> (CLOSE[row] - mean(at -> CLOSE[at], row, 14)) / range[row]);
    }

    @Test
    void elderRayIsItsDefinition() {
        double[] average = ema(CLOSE, 13);

        assertClose("elder_ray(13).bull", row -> HIGH[row] - average[row]);
        assertClose("elder_ray(13).bear", row -> LOW[row] - average[row]);
    }

    @Test
    void refusesAFastAverageThatIsNotTheFasterOne() {
        assertThatThrownBy(() -> Computed.warmUp("macd(26,26,9).line"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageEndingWith("fast must be below slow, which is 26, was 26");
    }

    @Test
    void aLineIsReadyBeforeItsSignal() {
        assertThat(Computed.warmUp("macd.line")).isEqualTo(26);
        assertThat(Computed.warmUp("macd.signal")).isEqualTo(34);
    }
}

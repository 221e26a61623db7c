package io.candlestream.feature;

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

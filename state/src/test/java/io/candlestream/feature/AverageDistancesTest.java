package io.candlestream.feature;

import static io.candlestream.feature.Oracle.assertDefined;
import static io.candlestream.feature.Oracle.assertTa4j;
import static io.candlestream.feature.Oracle.close;
import static io.candlestream.feature.Oracle.ema;
import static io.candlestream.feature.Oracle.high;
import static io.candlestream.feature.Oracle.low;
import static io.candlestream.feature.Oracle.mean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.AccelerationDecelerationIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.DPOIndicator;
import org.ta4j.core.indicators.SchaffTrendCycleIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/// Distances of averages: TA-Lib's, ta4j's, or their definitions.
final class AverageDistancesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return AverageDistances.definitions();
    }

    @Override
    public List<String> taLibColumns() {
        return List.of(
                "macd(12,26,9).line",
                "macd(12,26,9).signal",
                "macd(12,26,9).histogram",
                "ppo(12,26)",
                "apo(12,26)");
    }

    @Test
    void distancesAreSharesOfTheAverage() {
        assertDefined("sma_distance(20)", row -> close(row) / mean(Oracle::close, row, 20) - 1);
        assertDefined("ema_distance(20)", row -> close(row) / ema(Oracle::close, 0, row, 20) - 1);
    }

    @Test
    void detrendedIsTa4js() {
        assertTa4j("dpo(20)", series -> new DPOIndicator(new ClosePriceIndicator(series), 20));
    }

    @Test
    void awesomeIsTa4js() {
        assertTa4j("awesome_oscillator(5,34)", AwesomeOscillatorIndicator::new);
    }

    @Test
    void acceleratorIsTa4js() {
        assertTa4j("accelerator", AccelerationDecelerationIndicator::new);
    }

    @Test
    void schaffIsTa4js() {
        assertTa4j(
                "schaff_trend_cycle(23,50,10)",
                series ->
                        new SchaffTrendCycleIndicator(
                                new ClosePriceIndicator(series), 23, 50, 10, 3));
    }

    @Test
    void prettyGoodIsItsDefinition() {
        assertDefined(
                "pretty_good_oscillator(14)",
                row ->
                        (close(row) - mean(Oracle::close, row, 14))
                                / ema(Oracle::trueRange, 1, row, 14));
    }

    @Test
    void elderRayIsItsDefinition() {
        assertDefined("elder_ray(13).bull", row -> high(row) - ema(Oracle::close, 0, row, 13));
        assertDefined("elder_ray(13).bear", row -> low(row) - ema(Oracle::close, 0, row, 13));
    }

    @Test
    void refusesAFastAverageThatIsNotTheFasterOne() {
        assertThatThrownBy(() -> Use.of("macd(26,26,9).line"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fast must be below slow, which is 26, was 26");
    }

    @Test
    void aLineIsReadyBeforeItsSignal() {
        assertThat(Use.of("macd.line").graph().warmUp()).isEqualTo(26);
        assertThat(Use.of("macd.signal").graph().warmUp()).isEqualTo(34);
    }
}

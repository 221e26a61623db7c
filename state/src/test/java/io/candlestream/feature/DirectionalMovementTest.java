package io.candlestream.feature;

import static io.candlestream.feature.Oracle.assertDefined;
import static io.candlestream.feature.Oracle.assertTa4j;
import static io.candlestream.feature.Oracle.high;
import static io.candlestream.feature.Oracle.low;
import static io.candlestream.feature.Oracle.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.MassIndexIndicator;

/// Trends and their strength: TA-Lib's, ta4j's, or their definitions.
final class DirectionalMovementTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return DirectionalMovement.definitions();
    }

    @Override
    public List<String> taLibColumns() {
        return List.of(
                "adx(14)",
                "adxr(14)",
                "dx(14)",
                "plus_di(14)",
                "minus_di(14)",
                "aroon(25).down",
                "aroon(25).up",
                "aroon(25).oscillator",
                "sar(0.02,0.2)");
    }

    @Test
    void vortexIsItsDefinition() {
        assertDefined(
                "vortex(14).plus",
                row ->
                        sum(at -> Math.abs(high(at) - low(at - 1)), row, 14)
                                / sum(Oracle::trueRange, row, 14));
        assertDefined(
                "vortex(14).minus",
                row ->
                        sum(at -> Math.abs(low(at) - high(at - 1)), row, 14)
                                / sum(Oracle::trueRange, row, 14));
    }

    @Test
    void choppinessIsTa4js() {
        assertTa4j("choppiness(14)", series -> new ChopIndicator(series, 14, 100));
    }

    @Test
    void massIndexIsTa4js() {
        assertTa4j("mass_index(9,25)", series -> new MassIndexIndicator(series, 9, 25));
    }

    @Test
    void nothingThatMovesHasNoDirection() {
        assertThat(last("adx")).isZero();
        assertThat(last("adxr")).isZero();
        assertThat(last("vortex.plus")).isZero();
        assertThat(last("choppiness")).isEqualTo(100);
        assertThat(last("mass_index")).isEqualTo(25);
        assertThat(last("sar")).isEqualTo(0.3);
        assertThat(last("aroon.up")).isEqualTo(100);
    }

    private static double last(String expression) {
        return Use.of(expression).over(RandomCandles.flat(0.3, 100))[99];
    }
}

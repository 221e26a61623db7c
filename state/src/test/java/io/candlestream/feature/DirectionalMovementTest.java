package io.candlestream.feature;

import static io.candlestream.feature.Computed.assertTa4js;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.MassIndexIndicator;

/// Trends and their strength: TA-Lib's, ta4j's, or their definitions.
final class DirectionalMovementTest {

    @Test
    void choppinessIsTa4js() {
        assertTa4js("choppiness(14)", series -> new ChopIndicator(series, 14, 100));
    }

    @Test
    void massIndexIsTa4js() {
        assertTa4js("mass_index(9,25)", series -> new MassIndexIndicator(series, 9, 25));
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
        return computed(expression, RandomCandles.flat(0.3, 100))[99];
    }
}

package io.candlestream.feature;

import static io.candlestream.feature.Columns.CANDLES;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Positions in a range: TA-Lib's, or their definitions.
final class RangePositionsTest {

    private static final List<String> ALL =
            List.of(
                    "stochastic.k",
                    "stochastic.d",
                    "fast_stochastic.k",
                    "fast_stochastic.d",
                    "stochastic_rsi.k",
                    "stochastic_rsi.d",
                    "williams_r",
                    "ultimate_oscillator",
                    "fisher_transform");

    @Test
    void fisherIsItsDefinition() {
        double[] transforms = fisher();

        assertClose("fisher_transform(10)", transforms);
    }

    @Test
    void areZeroWhenThereIsNoRange() {
        for (String expression : ALL) {
            double[] values = computed(expression, RandomCandles.flat(0.3, 100));

            assertThat(values[99]).as(expression).isZero();
        }
    }

    private static double[] fisher() {
        double[] transforms = new double[CANDLES.size()];
        double smooth = 0;
        for (int row = 9; row < transforms.length; row++) {
            double[] middles =
                    IntStream.rangeClosed(row - 9, row).mapToDouble(Columns::middle).toArray();
            double lowest = IntStream.range(0, 10).mapToDouble(i -> middles[i]).min().orElseThrow();
            double highest =
                    IntStream.range(0, 10).mapToDouble(i -> middles[i]).max().orElseThrow();
            double position = (middles[9] - lowest) / (highest - lowest);
            smooth = 0.33 * 2 * (position - 0.5) + 0.67 * smooth;
            smooth = smooth > 0.99 ? 0.999 : smooth < -0.99 ? -0.999 : smooth;
            transforms[row] =
                    0.5 * Math.log((1 + smooth) / (1 - smooth)) + 0.5 * transforms[row - 1];
        }
        return transforms;
    }
}

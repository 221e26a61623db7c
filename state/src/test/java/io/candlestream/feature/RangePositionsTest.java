package io.candlestream.feature;

import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void areZeroWhenThereIsNoRange() {
        for (String expression : ALL) {
            double[] values = computed(expression, RandomCandles.flat(0.3, 100));

            assertThat(values[99]).as(expression).isZero();
        }
    }

    /// Averages of no gains and no losses shrink by the same share, and are rounded apart.
    @Test
    void indexThatOnlyRoundingMovesHasNoRange() {
        List<Candle> candles = new ArrayList<>(RandomCandles.of(1, 60));
        Candle last = candles.getLast();
        for (int i = 1; i <= 300; i++) {
            candles.add(
                    new Candle(
                            last.series(),
                            last.openTimeMs() + 60_000L * i,
                            last.close(),
                            last.close(),
                            last.close(),
                            last.close(),
                            0));
        }

        double[] index = computed("rsi(14)", candles);
        double[] position = computed("stochastic_rsi.k", candles);

        assertThat(Arrays.stream(index, 80, 360).distinct().count()).as("rounded").isGreaterThan(1);
        assertThat(Arrays.copyOfRange(position, 80, 360)).containsOnly(0);
    }
}

package io.candlestream.feature;

import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Averages of changing speed: TA-Lib's, or their definitions.
final class AdaptiveAveragesTest {

    @Test
    void mcginleyStopsAtThePriceWhenThePriceCollapses() {
        List<Candle> candles = new ArrayList<>(RandomCandles.flat(1e10, 5));
        candles.addAll(RandomCandles.flat(1e-10, 5));

        double[] averages = computed("mcginley(14)", candles);

        assertThat(averages)
                .containsExactly(1e10, 1e10, 1e10, 1e10, 1e10, 1e-10, 1e-10, 1e-10, 1e-10, 1e-10);
    }
}

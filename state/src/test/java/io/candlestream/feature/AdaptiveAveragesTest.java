package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.sum;
import static io.candlestream.feature.Computed.assertClose;
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
    void vidyaIsItsDefinition() {
        assertClose("vidya(12,9)", AdaptiveAveragesTest::vidya);
    }

    @Test
    void mcginleyIsItsDefinition() {
        assertClose("mcginley(14)", AdaptiveAveragesTest::mcginley);
    }

    @Test
    void mcginleyStopsAtThePriceWhenThePriceCollapses() {
        List<Candle> candles = new ArrayList<>(RandomCandles.flat(1e10, 5));
        candles.addAll(RandomCandles.flat(1e-10, 5));

        double[] averages = computed("mcginley(14)", candles);

        assertThat(averages)
                .containsExactly(1e10, 1e10, 1e10, 1e10, 1e10, 1e-10, 1e-10, 1e-10, 1e-10, 1e-10);
    }

    private static double vidya(int row) {
        double vidya = CLOSE[8];
        for (int i = 9; i <= row; i++) {
            double up = sum(at -> Math.max(change(at), 0), i, 9);
            double down = sum(at -> Math.max(-change(at), 0), i, 9);
            double strength = up + down == 0 ? 0 : Math.abs(up - down) / (up + down);
            vidya += strength * 2 / 13 * (CLOSE[i] - vidya);
        }
        return vidya;
    }

    private static double mcginley(int row) {
        double average = CLOSE[0];
        for (int i = 1; i <= row; i++) {
            double price = CLOSE[i];
            average += (price - average) / (14 * Math.pow(price / average, 4));
        }
        return average;
    }

    private static double change(int row) {
        return CLOSE[row] - CLOSE[row - 1];
    }
}

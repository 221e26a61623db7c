package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.assertTa4js;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.ZLEMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/// Averages with fixed weights: TA-Lib's, ta4j's, or their definitions.
final class MovingAveragesTest {

    private static final List<String> ALL =
            List.of(
                    "sma", "ema", "wma", "dema", "tema", "trima", "t3", "hull", "zlema", "smma",
                    "vwma", "alma");

    @Test
    void hullIsTa4js() {
        assertTa4js("hull(16)", series -> new HMAIndicator(new ClosePriceIndicator(series), 16));
        assertTa4js("hull(9)", series -> new HMAIndicator(new ClosePriceIndicator(series), 9));
    }

    @Test
    void zeroLagIsTa4js() {
        assertTa4js("zlema(20)", series -> new ZLEMAIndicator(new ClosePriceIndicator(series), 20));
        assertTa4js("zlema(21)", series -> new ZLEMAIndicator(new ClosePriceIndicator(series), 21));
    }

    @Test
    void smoothedIsTa4js() {
        assertTa4js("smma(14)", series -> new MMAIndicator(new ClosePriceIndicator(series), 14));
    }

    @Test
    void volumeWeightedIsTa4js() {
        assertTa4js("vwma(20)", series -> new VWMAIndicator(new ClosePriceIndicator(series), 20));
    }

    @Test
    void volumeWeightedIsThePlainMeanWhenNothingWasTraded() {
        List<Candle> untraded =
                RandomCandles.of(1, 100).stream().map(MovingAveragesTest::untraded).toList();

        double[] weighted = computed("vwma(20)", untraded);

        assertThat(weighted).isEqualTo(computed("sma(20)", untraded));
    }

    @Test
    void bellCurveSoNarrowThatAllWeightsUnderflowIsTheNumberAtItsTop() {
        assertClose("alma(4,0.5,1000)", row -> (CLOSE[row - 1] + CLOSE[row - 2]) / 2);
    }

    @Test
    void everyAverageOfAPriceThatDoesNotMoveIsThatPrice() {
        for (String expression : ALL) {
            double[] averages = computed(expression, RandomCandles.flat(0.3, 200));

            assertThat(averages[199]).as(expression).isCloseTo(0.3, within(1e-15));
        }
    }

    private static Candle untraded(Candle candle) {
        return new Candle(
                candle.series(),
                candle.openTimeMs(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                0);
    }
}

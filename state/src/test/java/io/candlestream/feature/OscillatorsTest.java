package io.candlestream.feature;

import static io.candlestream.feature.Computed.assertTa4js;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.ConstantIndicator;
import org.ta4j.core.indicators.helpers.PercentRankIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.num.Num;

/// Oscillators: TA-Lib's, ta4j's, or their definitions.
final class OscillatorsTest {

    /// ta4j's own `ConnorsRSIIndicator` ranks the change itself, the source the change in per cent.
    @Test
    void connorsIsTheMeanOfTa4jsParts() {
        assertTa4js("connors_rsi(3,2,100)", OscillatorsTest::connors);
    }

    @Test
    void areZeroWhenNothingMovesAndNothingIsTraded() {
        for (String expression : List.of("rsi", "cmo", "cci", "mfi", "bop", "rvi", "qstick")) {
            double[] values = computed(expression, RandomCandles.flat(0.3, 100));

            assertThat(values[99]).as(expression).isZero();
        }
    }

    private static Indicator<Num> connors(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        return BinaryOperationIndicator.quotient(
                BinaryOperationIndicator.sum(
                        BinaryOperationIndicator.sum(
                                new RSIIndicator(close, 3),
                                new RSIIndicator(new StreakIndicator(close), 2)),
                        new PercentRankIndicator(new ROCIndicator(close, 1), 100)),
                new ConstantIndicator<>(series, series.numFactory().three()));
    }
}

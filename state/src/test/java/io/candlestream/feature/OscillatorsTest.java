package io.candlestream.feature;

import static io.candlestream.feature.Oracle.assertDefined;
import static io.candlestream.feature.Oracle.assertTa4j;
import static io.candlestream.feature.Oracle.close;
import static io.candlestream.feature.Oracle.high;
import static io.candlestream.feature.Oracle.low;
import static io.candlestream.feature.Oracle.mean;
import static io.candlestream.feature.Oracle.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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
final class OscillatorsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Oscillators.definitions();
    }

    @Override
    public List<String> taLibColumns() {
        return List.of("rsi(14)", "cmo(14)", "cci(20)", "mfi(14)", "bop");
    }

    /// ta4j's own `ConnorsRSIIndicator` ranks the change itself, the source the change in per cent.
    @Test
    void connorsIsTheMeanOfTa4jsParts() {
        assertTa4j("connors_rsi(3,2,100)", OscillatorsTest::connors);
    }

    @Test
    void vigorIsItsDefinition() {
        IntToDoubleFunction bodies = row -> swing(at -> close(at) - open(at), row);
        IntToDoubleFunction ranges = row -> swing(at -> high(at) - low(at), row);

        assertDefined("rvi(10)", row -> mean(bodies, row, 10) / mean(ranges, row, 10));
    }

    @Test
    void stickIsTheMeanBody() {
        assertDefined("qstick(14)", row -> mean(at -> close(at) - open(at), row, 14));
    }

    @Test
    void areZeroWhenNothingMovesAndNothingIsTraded() {
        for (String expression : List.of("rsi", "cmo", "cci", "mfi", "bop", "rvi", "qstick")) {
            double[] values = Use.of(expression).over(RandomCandles.flat(0.3, 100));

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

    private static double swing(IntToDoubleFunction of, int row) {
        return (of.applyAsDouble(row)
                        + 2 * of.applyAsDouble(row - 1)
                        + 2 * of.applyAsDouble(row - 2)
                        + of.applyAsDouble(row - 3))
                / 6;
    }
}

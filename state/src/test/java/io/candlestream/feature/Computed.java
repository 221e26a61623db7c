package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/// What an expression gives over candles, and whether that is what an oracle says.
final class Computed {

    /// The row from which on nothing is left of how other libraries seed their averages.
    static final int SEEDS_FADED = 500;

    private Computed() {}

    /// @return the expression after every candle, NaN while it is warming up
    static double[] computed(String expression, List<Candle> candles) {
        Interval interval = candles.getFirst().series().interval();
        IndicatorGraph graph = FeatureExpressions.parse(expression).graph(interval);
        double[] values = new double[candles.size()];
        for (int i = 0; i < values.length; i++) {
            graph.update(candles.get(i));
            values[i] = graph.ready() ? graph.value(0) : Double.NaN;
        }
        return values;
    }

    /// @return how many candles the expression takes until it has a value
    static int warmUp(String expression) {
        return FeatureExpressions.parse(expression).graph(Interval.ONE_MINUTE).warmUp();
    }

    /// Fails unless the expression has ta4j's values on the golden candles once seeds have faded.
    static void assertTa4js(String expression, Function<BarSeries, Indicator<Num>> oracle) {
        assertClose(expression, Columns.ta4j(oracle.apply(Columns.series())), SEEDS_FADED);
    }

    /// Fails unless the expression has these values on the golden candles, from its first one on.
    static void assertClose(String expression, double[] expected) {
        assertClose(expression, expected, warmUp(expression) - 1);
    }

    /// Fails unless the expression has these values on the golden candles, from some row on.
    static void assertClose(String expression, double[] expected, int firstRow) {
        assertClose(expression, row -> expected[row], firstRow);
    }

    /// Fails unless the expression has these values on the golden candles, from its first one on.
    ///
    /// @param expected the value of a row
    static void assertClose(String expression, IntToDoubleFunction expected) {
        assertClose(expression, expected, warmUp(expression) - 1);
    }

    /// Fails unless the expression has these values on the golden candles, from some row on: to 8
    /// digits, or to 10 digits of the largest value where that is more.
    ///
    /// @param expected the value of a row
    static void assertClose(String expression, IntToDoubleFunction expected, int firstRow) {
        double[] values = computed(expression, Columns.CANDLES);
        double[] oracle = IntStream.range(firstRow, values.length).mapToDouble(expected).toArray();
        double largest = Arrays.stream(oracle).map(Math::abs).max().orElseThrow();
        assertThat(largest).as("largest value expected").isPositive();
        for (int i = 0; i < oracle.length; i++) {
            double tolerance = Math.max(1e-8 * Math.abs(oracle[i]), 1e-10 * largest);
            assertThat(values[firstRow + i])
                    .as("%s in row %s", expression, firstRow + i)
                    .isCloseTo(oracle[i], within(tolerance));
        }
    }
}

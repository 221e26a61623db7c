package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Expressions.assertClose;

import io.candlestream.indicator.Batch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtremesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Extremes.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"highest(30)", "lowest(30)", "midpoint(14)", "midprice(14)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }

    @Test
    void drawdownIsTheShareBelowTheHighestClose() {
        double[] highest = rolling(CLOSE, 50, window -> Arrays.stream(window).max().orElseThrow());

        assertClose("drawdown(50)", each(row -> CLOSE[row] / highest[row] - 1));
    }

    @Test
    void ulcerIndexIsTheRootMeanSquareOfTheDrawdowns() {
        double[] highest = rolling(CLOSE, 14, window -> Arrays.stream(window).max().orElseThrow());
        double[] squares = each(row -> Math.pow(100 * (CLOSE[row] / highest[row] - 1), 2));
        double[] means = rolling(squares, 14, Batch::mean);

        assertClose("ulcer_index(14)", each(row -> Math.sqrt(means[row])));
    }
}

package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Computed.assertClose;

import io.candlestream.indicator.Batch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ExtremesTest {

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

package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.HIGH;
import static io.candlestream.feature.Columns.LOW;
import static io.candlestream.feature.Columns.OPEN;
import static io.candlestream.feature.Columns.afterFirst;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Computed.assertClose;

import io.candlestream.indicator.Batch;
import org.junit.jupiter.api.Test;

final class VolatilitiesTest {

    private static final double[] RANGES = afterFirst(row -> Math.log(HIGH[row] / LOW[row]));
    private static final double[] BODIES = afterFirst(row -> Math.log(CLOSE[row] / OPEN[row]));
    private static final double[] ROGERS_SATCHELL =
            afterFirst(row ->
                    Math.log(HIGH[row] / CLOSE[row]) * Math.log(HIGH[row] / OPEN[row])
                            + Math.log(LOW[row] / CLOSE[row]) * Math.log(LOW[row] / OPEN[row]));

    @Test
    void deviationsAreThoseOfTheReturns() {
        double[] simple = afterFirst(row -> CLOSE[row] / CLOSE[row - 1] - 1);
        double[] logarithmic = afterFirst(row -> Math.log(CLOSE[row] / CLOSE[row - 1]));

        assertClose("volatility(20)", rolling(simple, 20, x -> Math.sqrt(Batch.variance(x))));
        assertClose(
                "close_to_close(20)", rolling(logarithmic, 20, x -> Math.sqrt(sampleVariance(x))));
    }

    @Test
    void parkinsonsIsTheMeanSquareOfTheRanges() {
        double[] squares = each(row -> RANGES[row] * RANGES[row] / (4 * Math.log(2)));

        assertClose("parkinson(20)", roots(rolling(squares, 20, Batch::mean)), 20);
    }

    @Test
    void garmanAndKlassTakeTheBodiesFromTheRanges() {
        double[] estimates =
                each(row ->
                        0.5 * RANGES[row] * RANGES[row]
                                - (2 * Math.log(2) - 1) * BODIES[row] * BODIES[row]);

        assertClose("garman_klass(20)", roots(rolling(estimates, 20, Batch::mean)), 20);
    }

    @Test
    void rogersAndSatchellUseEveryPrice() {
        assertClose("rogers_satchell(20)", roots(rolling(ROGERS_SATCHELL, 20, Batch::mean)), 20);
    }

    @Test
    void yangAndZhangAddTheGaps() {
        double[] gaps = afterFirst(row -> Math.log(OPEN[row] / CLOSE[row - 1]));
        double[] gapVariance = rolling(gaps, 20, VolatilitiesTest::sampleVariance);
        double[] bodyVariance = rolling(BODIES, 20, VolatilitiesTest::sampleVariance);
        double[] rangeVariance = rolling(ROGERS_SATCHELL, 20, Batch::mean);
        double k = 0.34 / (1.34 + 21.0 / 19.0);

        assertClose(
                "yang_zhang(20)",
                roots(
                        each(row ->
                                gapVariance[row]
                                        + k * bodyVariance[row]
                                        + (1 - k) * rangeVariance[row])));
    }

    private static double sampleVariance(double[] window) {
        return Batch.variance(window) * window.length / (window.length - 1);
    }

    private static double[] roots(double[] squares) {
        return each(row -> Math.sqrt(squares[row]));
    }
}

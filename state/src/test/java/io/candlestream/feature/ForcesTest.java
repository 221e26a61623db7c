package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.HIGH;
import static io.candlestream.feature.Columns.LOW;
import static io.candlestream.feature.Columns.VOLUME;
import static io.candlestream.feature.Columns.afterFirst;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.ema;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Computed.assertClose;

import io.candlestream.indicator.Batch;
import org.junit.jupiter.api.Test;

final class ForcesTest {

    @Test
    void forceIndexAveragesChangesTimesVolume() {
        assertClose(
                "force_index(13)",
                ema(afterFirst(row -> VOLUME[row] * (CLOSE[row] - CLOSE[row - 1])), 13));
    }

    @Test
    void easeOfMovementIsTheMeanOfDistanceTimesRangeOverVolume() {
        double[] middle = each(row -> (HIGH[row] + LOW[row]) / 2);
        double[] ease =
                afterFirst(row ->
                        VOLUME[row] == 0
                                ? 0
                                : (middle[row] - middle[row - 1])
                                        * (HIGH[row] - LOW[row])
                                        / VOLUME[row]);

        assertClose("ease_of_movement(14)", rolling(ease, 14, Batch::mean));
    }

    @Test
    void klingersOscillatorIsTheSpreadOfAveragedForce() {
        double[] force = force();
        double[] fast = ema(force, 34);
        double[] slow = ema(force, 55);
        double[] line = each(row -> fast[row] - slow[row]);

        assertClose("klinger(34,55,13).line", line);
        assertClose("klinger(34,55,13).signal", ema(line, 13));
    }

    private static double[] force() {
        double[] prices = each(row -> HIGH[row] + LOW[row] + CLOSE[row]);
        double[] forces = new double[prices.length];
        forces[0] = Double.NaN;
        double sum = 0;
        int trend = -1;
        for (int row = 1; row < forces.length; row++) {
            double range = HIGH[row] - LOW[row];
            int direction = (int) Math.signum(prices[row] - prices[row - 1]);
            if (direction == -trend) {
                trend = direction;
                sum = HIGH[row - 1] - LOW[row - 1];
            }
            sum += range;
            double share = sum == 0 ? 0.5 : range / sum;
            forces[row] = 100 * trend * VOLUME[row] * Math.abs(2 * share - 1);
        }
        return forces;
    }
}

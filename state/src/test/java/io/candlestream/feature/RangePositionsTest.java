package io.candlestream.feature;

import static io.candlestream.feature.Oracle.assertDefined;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Positions in a range: TA-Lib's, or their definitions.
final class RangePositionsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return RangePositions.definitions();
    }

    @Override
    public List<String> taLibColumns() {
        return List.of(
                "stochastic(14,3,3).k",
                "stochastic(14,3,3).d",
                "fast_stochastic(14,3).k",
                "fast_stochastic(14,3).d",
                "stochastic_rsi(14,14,3).k",
                "stochastic_rsi(14,14,3).d",
                "williams_r(14)",
                "ultimate_oscillator(7,14,28)");
    }

    @Test
    void fisherIsItsDefinition() {
        double[] transforms = fisher();

        assertDefined("fisher_transform(10)", row -> transforms[row]);
    }

    @Test
    void areZeroWhenThereIsNoRange() {
        for (String expression : Use.defaults(definitions())) {
            double[] values = Use.of(expression).over(RandomCandles.flat(0.3, 100));

            assertThat(values[99]).as(expression).isZero();
        }
    }

    private static double[] fisher() {
        double[] transforms = new double[1_500];
        double smooth = 0;
        for (int row = 9; row < transforms.length; row++) {
            double[] middles =
                    IntStream.rangeClosed(row - 9, row).mapToDouble(Oracle::middle).toArray();
            double lowest = IntStream.range(0, 10).mapToDouble(i -> middles[i]).min().orElseThrow();
            double highest =
                    IntStream.range(0, 10).mapToDouble(i -> middles[i]).max().orElseThrow();
            double position = (middles[9] - lowest) / (highest - lowest);
            smooth = 0.33 * 2 * (position - 0.5) + 0.67 * smooth;
            smooth = smooth > 0.99 ? 0.999 : smooth < -0.99 ? -0.999 : smooth;
            transforms[row] =
                    0.5 * Math.log((1 + smooth) / (1 - smooth)) + 0.5 * transforms[row - 1];
        }
        return transforms;
    }
}

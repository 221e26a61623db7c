package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.seed.Seeded;

/// The standard set is written by hand, and its names are expressions: both must say the same.
final class StandardAsExpressionsTest {

    private static final FeatureSet STANDARD = FeatureSet.standard();

    @Seeded(runs = 20)
    void everyNameIsTheExpressionOfItsValue(long seed) {
        FeatureVector byHand = STANDARD.vector(Interval.ONE_MINUTE);
        FeatureVector asExpressions =
                FeatureSet.of(FeatureExpressions.parse(String.join(",", STANDARD.names())))
                        .vector(Interval.ONE_MINUTE);
        double[] expected = new double[STANDARD.size()];
        double[] actual = new double[STANDARD.size()];

        for (Candle candle : RandomCandles.of(seed, 600)) {
            byHand.update(candle);
            asExpressions.update(candle);
            assertThat(asExpressions.ready()).isEqualTo(byHand.ready());
            if (byHand.ready()) {
                byHand.values(expected);
                asExpressions.values(actual);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(actual[i])
                            .as(STANDARD.names().get(i))
                            .isCloseTo(
                                    expected[i], within(1e-9 * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }
}

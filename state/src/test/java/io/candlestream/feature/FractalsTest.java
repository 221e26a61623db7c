package io.candlestream.feature;

import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FractalsTest {

    @Nested
    class Hurst {

        @Test
        void tellsTrendsFromReversals() {
            SplittableRandom random = new SplittableRandom(1);
            double[] noise =
                    IntStream.range(0, 1_001).mapToDouble(_ -> random.nextGaussian()).toArray();

            double independent = lastHurst(summed(noise));
            double persistent = lastHurst(summed(averaged(noise)));
            double reverting = lastHurst(noise);

            assertThat(independent).isBetween(0.5, 0.65);
            assertThat(persistent).isGreaterThan(0.65);
            assertThat(reverting).isLessThan(0.3);
        }

        @Test
        void isOneHalfWhenNothingMoves() {
            double[] flat = computed("hurst", RandomCandles.flat(3, 150));

            assertThat(flat[149]).isEqualTo(0.5);
        }

        private double lastHurst(double[] prices) {
            double[] hurst = computed("hurst(1000)", candles(prices));
            return hurst[hurst.length - 1];
        }
    }

    @Nested
    class Dimension {

        @Test
        void isLowOnALineAndHighOnAZigzag() {
            double[] line = IntStream.range(0, 1_000).mapToDouble(i -> 100 + i).toArray();
            double[] zigzag = IntStream.range(0, 1_000).mapToDouble(i -> 100 + i % 2).toArray();

            assertThat(lastDimension(line))
                    .isCloseTo(1 + Math.log(Math.sqrt(2)) / Math.log(1_998), within(1e-12));
            assertThat(lastDimension(zigzag)).isBetween(1.9, 2.0);
        }

        private double lastDimension(double[] prices) {
            double[] all = computed("fractal_dimension(1000)", candles(prices));
            return all[all.length - 1];
        }
    }

    @Nested
    class Entropy {

        @Test
        void isOneBitForAFairCoinAndZeroForACertainty() {
            double[] coin = IntStream.range(0, 60).mapToDouble(i -> 100 + i % 2).toArray();
            double[] certain = IntStream.range(0, 60).mapToDouble(i -> 100 + i).toArray();

            assertThat(lastEntropy(coin)).isEqualTo(1);
            assertThat(lastEntropy(certain)).isZero();
        }

        private double lastEntropy(double[] prices) {
            return computed("entropy", candles(prices))[prices.length - 1];
        }
    }

    @Nested
    class VarianceRatio {

        @Test
        void isOneWhenNothingMoves() {
            double[] flat = computed("variance_ratio", RandomCandles.flat(3, 150));

            assertThat(flat[149]).isEqualTo(1);
        }
    }

    private static double[] summed(double[] changes) {
        double[] sums = changes.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private static double[] averaged(double[] noise) {
        return IntStream.range(0, noise.length)
                .mapToDouble(i ->
                        Arrays.stream(noise, Math.max(0, i - 19), i + 1).average().orElseThrow())
                .toArray();
    }

    /// Candles that close at the given prices, moved up so that all are positive.
    private static List<Candle> candles(double[] prices) {
        Series series = new Series(new Instrument("test", "FRACTAL"), Interval.ONE_MINUTE);
        return IntStream.range(0, prices.length)
                .mapToObj(i -> {
                    double price = 1_000 + prices[i];
                    return new Candle(series, 60_000L * i, price, price, price, price, 1);
                })
                .toList();
    }
}

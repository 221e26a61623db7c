package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FractalsTest {

    @Nested
    class Hurst {

        @Test
        void isThatOfTheBatch() {
            assertClose("hurst", row -> hurst(changes(row, 100)));
            assertClose("hurst(37)", row -> hurst(changes(row, 37)));
        }

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
        void isThatOfTheBatch() {
            assertClose(
                    "fractal_dimension",
                    row -> sevcik(Arrays.copyOfRange(CLOSE, row - 29, row + 1)));
        }

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
        void isThatOfTheBatch() {
            assertClose(
                    "entropy",
                    row -> bits(DoubleStream.of(changes(row, 50)).mapToObj(Math::signum).toList()),
                    50);
            assertClose(
                    "permutation_entropy(40)",
                    row ->
                            bits(
                                    IntStream.rangeClosed(row - 39, row)
                                            .mapToObj(i ->
                                                    order(Arrays.copyOfRange(CLOSE, i - 2, i + 1)))
                                            .toList()));
        }

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
        void isThatOfTheBatch() {
            assertClose("variance_ratio", row -> variance(row, 100, 5) / variance(row, 100, 1) / 5);
        }

        @Test
        void isOneWhenNothingMoves() {
            double[] flat = computed("variance_ratio", RandomCandles.flat(3, 150));

            assertThat(flat[149]).isEqualTo(1);
        }

        private static double variance(int row, int period, int span) {
            double[] changes =
                    IntStream.rangeClosed(row - period + 1, row)
                            .mapToDouble(i -> CLOSE[i] - CLOSE[i - span])
                            .toArray();
            double mean = DoubleStream.of(changes).average().orElseThrow();
            return DoubleStream.of(changes)
                    .map(change -> (change - mean) * (change - mean))
                    .average()
                    .orElseThrow();
        }
    }

    private static double[] changes(int row, int count) {
        return IntStream.rangeClosed(row - count + 1, row)
                .mapToDouble(i -> CLOSE[i] - CLOSE[i - 1])
                .toArray();
    }

    /// Rescaled ranges by the plain definition, newest block last.
    private static double hurst(double[] changes) {
        List<double[]> points = new ArrayList<>();
        for (int length = changes.length; length >= 8; length /= 2) {
            List<Double> ratios = new ArrayList<>();
            for (int to = changes.length; to - length >= 0; to -= length) {
                double[] block = Arrays.copyOfRange(changes, to - length, to);
                double mean = DoubleStream.of(block).average().orElseThrow();
                double[] sums =
                        summed(DoubleStream.of(block).map(change -> change - mean).toArray());
                double range =
                        Math.max(0, DoubleStream.of(sums).max().orElseThrow())
                                - Math.min(0, DoubleStream.of(sums).min().orElseThrow());
                double variance =
                        DoubleStream.of(block)
                                .map(change -> (change - mean) * (change - mean))
                                .average()
                                .orElseThrow();
                if (variance > 0) {
                    ratios.add(range / Math.sqrt(variance));
                }
            }
            double ratio = ratios.stream().mapToDouble(r -> r).average().orElse(0);
            if (ratio > 0) {
                points.add(new double[] {Math.log(length), Math.log(ratio)});
            }
        }
        double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double products = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
        double squares = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
        return Math.clamp(products / squares, 0, 1);
    }

    private static double sevcik(double[] values) {
        double lowest = DoubleStream.of(values).min().orElseThrow();
        double range = DoubleStream.of(values).max().orElseThrow() - lowest;
        int steps = values.length - 1;
        double length = 0;
        for (int i = 0; i < steps; i++) {
            double before = (values[i] - lowest) / range;
            double after = (values[i + 1] - lowest) / range;
            length += Math.hypot(after - before, 1.0 / steps);
        }
        return 1 + Math.log(length) / Math.log(2.0 * steps);
    }

    private static <T> double bits(List<T> symbols) {
        Collection<Long> counts =
                symbols.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values();
        return counts.stream()
                .mapToDouble(count -> (double) count / symbols.size())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    /// The places of three values in the order of their size.
    private static List<Integer> order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(values[i], values[j]))
                .toList();
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

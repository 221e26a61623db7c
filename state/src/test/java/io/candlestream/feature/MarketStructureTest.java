package io.candlestream.feature;

import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Batch;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MarketStructureTest {

    @Nested
    class Turns {

        @Test
        void areKnownOnlyWhenConfirmed() {
            double[] highs = {1, 2, 5, 4, 3, 2, 1};

            double[] known = computed("pivot_high(2,3)", highs(highs));

            assertThat(known[5]).isEqualTo(5);
            double[] stillRising = {1, 2, 5, 4, 3, 6, 7};
            assertThat(computed("pivot_high(2,3)", highs(stillRising))[5])
                    .as("the highest so far, which is no pivot")
                    .isEqualTo(6);
        }

        @Test
        void areTheFirstOfEqualHighs() {
            double[] highs = {1, 5, 5, 2, 3, 1, 1};

            double[] known = computed("pivot_high(1,1)", highs(highs));

            assertThat(known).containsExactly(Double.NaN, Double.NaN, 5, 5, 5, 3, 3);
        }
    }

    @Nested
    class Trends {

        @Test
        void strengthIsOneOnALineAndZeroWhenNothingMoves() {
            List<Candle> rising = highs(IntStream.range(0, 50).mapToDouble(i -> 100 + i).toArray());

            double[] up = computed("trend_strength", rising);
            double[] down = computed("trend_strength", rising.reversed());
            double[] flat = computed("trend_strength", RandomCandles.flat(7, 50));

            assertThat(up[49]).isCloseTo(1, within(1e-14));
            assertThat(down[49]).isCloseTo(-1, within(1e-14));
            assertThat(flat[49]).isZero();
        }

        @Seeded(runs = 5)
        void strengthDoesNotDrift(long seed) {
            List<Candle> candles = RandomCandles.of(seed, 50_000);
            double[] closes = Batch.of(candles, Candle::close);

            double[] strength = computed("trend_strength(33)", candles);

            for (int row = candles.size() - 100; row < candles.size(); row++) {
                assertThat(strength[row]).isCloseTo(strength(closes, row, 33), within(1e-11));
            }
        }

        @Test
        void rangeExpansionIsTaLibsTrueRangeOverItsMean() {
            double[] range = GoldenTable.taLib().column("true_range");

            assertClose(
                    "range_expansion",
                    row ->
                            range[row]
                                    / IntStream.rangeClosed(row - 19, row)
                                            .mapToDouble(i -> range[i])
                                            .average()
                                            .orElseThrow());
        }
    }

    @Nested
    class ClassicPivots {

        private static final long DAY_MS = 86_400_000;
        private final List<Candle> hours =
                RandomCandles.of(
                        new Series(new Instrument("test", "DAYS"), Interval.ONE_HOUR), 11, 24 * 9);

        @Test
        void areThoseOfTheDayBefore() {
            double[] pivot = computed("classic_pivots.pivot", hours);
            double[] r1 = computed("classic_pivots.r1", hours);
            double[] s1 = computed("classic_pivots.s1", hours);
            double[] r2 = computed("classic_pivots.r2", hours);
            double[] s2 = computed("classic_pivots.s2", hours);

            for (int row = 24; row < hours.size(); row++) {
                List<Candle> before = day(hours.get(row).openTimeMs() / DAY_MS - 1);
                double high = before.stream().mapToDouble(Candle::high).max().orElseThrow();
                double low = before.stream().mapToDouble(Candle::low).min().orElseThrow();
                double middle = (high + low + before.getLast().close()) / 3;
                assertThat(pivot[row]).isCloseTo(middle, within(1e-9));
                assertThat(r1[row]).isCloseTo(2 * middle - low, within(1e-9));
                assertThat(s1[row]).isCloseTo(2 * middle - high, within(1e-9));
                assertThat(r2[row]).isCloseTo(middle + high - low, within(1e-9));
                assertThat(s2[row]).isCloseTo(middle - high + low, within(1e-9));
            }
        }

        @Test
        void areThoseOfTheDaySoFarUntilADayIsOver() {
            double[] pivot = computed("classic_pivots.pivot", hours);

            Candle first = hours.getFirst();
            assertThat(pivot[0])
                    .isCloseTo((first.high() + first.low() + first.close()) / 3, within(1e-9));
            assertThat(pivot[23]).isEqualTo(pivot[24]);
        }

        @Test
        void distanceIsAShareOfTheClose() {
            double[] level = computed("classic_pivots.r2", hours);
            double[] distance = computed("classic_pivot_distance.r2", hours);

            for (int row = 0; row < hours.size(); row++) {
                double expected = 1 - level[row] / hours.get(row).close();
                assertThat(distance[row]).isCloseTo(expected, within(1e-12));
            }
        }

        private List<Candle> day(long day) {
            return hours.stream().filter(candle -> candle.openTimeMs() / DAY_MS == day).toList();
        }
    }

    private static double strength(double[] values, int row, int period) {
        double meanTime = (period - 1) / 2.0;
        double mean =
                IntStream.rangeClosed(row - period + 1, row)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow();
        double products = 0;
        double squares = 0;
        double timeSquares = 0;
        for (int i = 0; i < period; i++) {
            double deviation = values[row - period + 1 + i] - mean;
            products += (i - meanTime) * deviation;
            squares += deviation * deviation;
            timeSquares += (i - meanTime) * (i - meanTime);
        }
        return products * Math.abs(products) / (squares * timeSquares);
    }

    /// Candles of which every price is the given one.
    private static List<Candle> highs(double[] prices) {
        Series series = new Series(new Instrument("test", "HIGH"), Interval.ONE_MINUTE);
        return IntStream.range(0, prices.length)
                .mapToObj(i -> {
                    double price = prices[i];
                    return new Candle(series, 60_000L * i, price, price, price, price, 1);
                })
                .toList();
    }
}

package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MarketStructureGroupTest implements GroupOracle {

    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final double[] HIGHS = of(CANDLES, Candle::high);
    private static final double[] LOWS = of(CANDLES, Candle::low);
    private static final double[] CLOSES = of(CANDLES, Candle::close);

    @Override
    public List<Definition> definitions() {
        return Stream.of(Pivots.definitions(), MarketStructure.definitions())
                .flatMap(List::stream)
                .toList();
    }

    @Nested
    class Turns {

        @Test
        void arePricesThatTurned() {
            assertColumn(
                    named("pivot_high"), "", 10, row -> last(pivots(HIGHS, 5, 5, row), HIGHS, row));
            assertColumn(
                    named("pivot_low"),
                    "",
                    7,
                    row -> -last(pivots(negated(LOWS), 3, 4, row), negated(LOWS), row),
                    "3",
                    "4");
        }

        @Test
        void areKnownOnlyWhenConfirmed() {
            double[] highs = {1, 2, 5, 4, 3, 2, 1};

            double[] known = Uses.column(highs(highs), named("pivot_high"), "", "2", "3");

            assertThat(known[5]).isEqualTo(5);
            double[] stillRising = {1, 2, 5, 4, 3, 6, 7};
            assertThat(Uses.column(highs(stillRising), named("pivot_high"), "", "2", "3")[5])
                    .as("the highest so far, which is no pivot")
                    .isEqualTo(6);
        }

        @Test
        void areTheFirstOfEqualHighs() {
            double[] highs = {1, 5, 5, 2, 3, 1, 1};

            double[] known = Uses.column(highs(highs), named("pivot_high"), "", "1", "1");

            assertThat(known).containsExactly(Double.NaN, Double.NaN, 5, 5, 5, 3, 3);
        }

        @Test
        void distancesAreSharesOfTheClose() {
            double[] high = Uses.column(CANDLES, named("pivot_high"), "", "10", "10");
            double[] low = Uses.column(CANDLES, named("pivot_low"), "", "10", "10");

            assertColumn(named("resistance_distance"), "", 20, row -> high[row] / CLOSES[row] - 1);
            assertColumn(named("support_distance"), "", 20, row -> 1 - low[row] / CLOSES[row]);
        }

        @Test
        void swingsCountHigherAndLowerPivots() {
            Definition swing = named("swing");

            assertColumn(swing, "high", 10, row -> run(HIGHS, row));
            assertColumn(swing, "low", 10, row -> -run(negated(LOWS), row));
            assertColumn(
                    swing,
                    "trend",
                    10,
                    row -> {
                        double high = Math.signum(run(HIGHS, row));
                        return high == Math.signum(-run(negated(LOWS), row)) ? high : 0;
                    });
        }
    }

    @Nested
    class Trends {

        @Test
        void strengthIsThatOfTheBatchRegression() {
            assertColumn(named("trend_strength"), "", 19, row -> strength(CLOSES, row, 20));
        }

        @Test
        void strengthIsOneOnALineAndZeroWhenNothingMoves() {
            List<Candle> rising = highs(IntStream.range(0, 50).mapToDouble(i -> 100 + i).toArray());

            double[] up = Uses.column(rising, named("trend_strength"), "");
            double[] down = Uses.column(rising.reversed(), named("trend_strength"), "");
            double[] flat = Uses.column(RandomCandles.flat(7, 50), named("trend_strength"), "");

            assertThat(up[49]).isCloseTo(1, within(1e-14));
            assertThat(down[49]).isCloseTo(-1, within(1e-14));
            assertThat(flat[49]).isZero();
        }

        @Seeded(runs = 5)
        void strengthDoesNotDrift(long seed) {
            List<Candle> candles = RandomCandles.of(seed, 50_000);
            double[] closes = of(candles, Candle::close);

            double[] strength = Uses.column(candles, named("trend_strength"), "", "33");

            for (int row = candles.size() - 100; row < candles.size(); row++) {
                assertThat(strength[row]).isCloseTo(strength(closes, row, 33), within(1e-11));
            }
        }

        @Test
        void efficiencyIsThatOfTheBatch() {
            assertColumn(
                    named("efficiency_ratio"),
                    "",
                    10,
                    row -> {
                        double way = 0;
                        for (int i = row - 9; i <= row; i++) {
                            way += Math.abs(CLOSES[i] - CLOSES[i - 1]);
                        }
                        return way == 0 ? 0 : Math.abs(CLOSES[row] - CLOSES[row - 10]) / way;
                    });
        }

        @Test
        void countsAndAgesAreThoseOfTheBatch() {
            assertColumn(
                    named("higher_high_count"),
                    "",
                    20,
                    row ->
                            IntStream.rangeClosed(row - 19, row)
                                    .filter(i -> HIGHS[i] > HIGHS[i - 1])
                                    .count());
            assertColumn(named("candles_since_high"), "", 19, row -> age(HIGHS, row, 20));
            assertColumn(named("candles_since_low"), "", 19, row -> age(negated(LOWS), row, 20));
        }

        @Test
        void breakoutIsFromTheHighsBeforeThisCandle() {
            assertColumn(
                    named("breakout"),
                    "",
                    20,
                    row ->
                            CLOSES[row]
                                            / IntStream.range(row - 20, row)
                                                    .mapToDouble(i -> HIGHS[i])
                                                    .max()
                                                    .orElseThrow()
                                    - 1);
        }

        @Test
        void rangeExpansionIsTaLibsTrueRangeOverItsMean() {
            double[] range = GoldenTable.taLib().column("true_range");

            assertColumn(
                    named("range_expansion"),
                    "",
                    20,
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
            double[] pivot = Uses.column(hours, named("classic_pivots"), "pivot");
            double[] r1 = Uses.column(hours, named("classic_pivots"), "r1");
            double[] s1 = Uses.column(hours, named("classic_pivots"), "s1");
            double[] r2 = Uses.column(hours, named("classic_pivots"), "r2");
            double[] s2 = Uses.column(hours, named("classic_pivots"), "s2");

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
            double[] pivot = Uses.column(hours, named("classic_pivots"), "pivot");

            Candle first = hours.getFirst();
            assertThat(pivot[0])
                    .isCloseTo((first.high() + first.low() + first.close()) / 3, within(1e-9));
            assertThat(pivot[23]).isEqualTo(pivot[24]);
        }

        @Test
        void distanceIsAShareOfTheClose() {
            double[] level = Uses.column(hours, named("classic_pivots"), "r2");
            double[] distance = Uses.column(hours, named("classic_pivot_distance"), "r2");

            for (int row = 0; row < hours.size(); row++) {
                double expected = 1 - level[row] / hours.get(row).close();
                assertThat(distance[row]).isCloseTo(expected, within(1e-12));
            }
        }

        private List<Candle> day(long day) {
            return hours.stream().filter(candle -> candle.openTimeMs() / DAY_MS == day).toList();
        }
    }

    /// Places of the pivots that are known after a row, by the definition.
    private static List<Integer> pivots(double[] highs, int left, int right, int row) {
        List<Integer> pivots = new ArrayList<>();
        for (int at = left; at + right <= row; at++) {
            double high = highs[at];
            boolean highest = true;
            for (int i = at - left; i <= at + right; i++) {
                highest &= i < at ? high > highs[i] : high >= highs[i];
            }
            if (highest) {
                pivots.add(at);
            }
        }
        return pivots;
    }

    private static double last(List<Integer> pivots, double[] highs, int row) {
        return pivots.isEmpty()
                ? IntStream.rangeClosed(0, row).mapToDouble(i -> highs[i]).max().orElseThrow()
                : highs[pivots.getLast()];
    }

    private static double run(double[] highs, int row) {
        List<Integer> pivots = pivots(highs, 5, 5, row);
        int run = 0;
        for (int i = pivots.size() - 1; i > 0; i--) {
            int step = Double.compare(highs[pivots.get(i)], highs[pivots.get(i - 1)]);
            if (step == 0 || step * run < 0) {
                break;
            }
            run += step;
        }
        return run;
    }

    private static double age(double[] highs, int row, int period) {
        int at = row;
        for (int i = row; i > row - period; i--) {
            at = highs[i] > highs[at] ? i : at;
        }
        return row - at;
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

    private static double[] negated(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> -values[i]).toArray();
    }

    private static double[] of(List<Candle> candles, ToDoubleFunction<Candle> source) {
        return candles.stream().mapToDouble(source).toArray();
    }

    /// Candles of which every price is the given one.
    private static List<Candle> highs(double[] prices) {
        Series series = new Series(new Instrument("test", "HIGHS"), Interval.ONE_MINUTE);
        return IntStream.range(0, prices.length)
                .mapToObj(i -> {
                    double price = prices[i];
                    return new Candle(series, 60_000L * i, price, price, price, price, 1);
                })
                .toList();
    }
}

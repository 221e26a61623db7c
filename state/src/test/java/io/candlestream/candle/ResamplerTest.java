package io.candlestream.candle;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.SharedCandles;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResamplerTest {

    private static final Interval FIVE = Interval.FIVE_MINUTES;
    private static final Series MINUTES =
            new Series(new Instrument("test", "MINUTES"), Interval.ONE_MINUTE);
    private static final Series FIVES = new Series(new Instrument("test", "FIVES"), FIVE);
    private static final long START_MS = FIVE.openTimeMsAt(1_704_067_200_000L);

    private final List<Candle> closed = new ArrayList<>();
    private final Resampler resampler = resampler(FIVES, closed);

    @Nested
    class ACandle {

        @Test
        void isFirstOpenHighestHighLowestLowLastCloseAndAllVolume() {
            take(0, 10, 12, 9, 11, 0.1);
            take(1, 11, 15, 11, 14, 0.2);
            take(2, 14, 14, 13, 13, 0.3);
            take(3, 13, 13, 7, 8, 0);
            take(4, 8, 9, 8, 8.5, 4);

            assertThat(closed)
                    .containsExactly(
                            new Candle(FIVES, START_MS, 10, 15, 7, 8.5, 0.1 + 0.2 + 0.3 + 0.0 + 4));
        }

        @Test
        void closesWithTheCandleThatReachesItsEnd() {
            for (int minute = 0; minute < 4; minute++) {
                take(minute);
            }
            assertThat(closed).isEmpty();

            take(4);

            assertThat(closed).hasSize(1);
        }

        @Test
        void closesOnlyWhenALaterOneBeginsWhereItsLastIsMissing() {
            take(0);
            take(3);
            assertThat(closed).isEmpty();

            take(5);

            assertThat(closed).map(ResamplerTest::minute).containsExactly(0L);
        }

        @Test
        void mayCloseTogetherWithTheOneBefore() {
            take(0);
            take(14);

            assertThat(closed).map(ResamplerTest::minute).containsExactly(0L, 10L);
        }

        @Test
        void isNotMadeOfNothing() {
            take(4);
            take(0 + 100);
            take(104);

            assertThat(closed).map(ResamplerTest::minute).containsExactly(100L);
        }

        @Test
        void isLeftOutWhenTheSeriesBeginsWithinIt() {
            take(1);
            take(4);
            take(6);
            take(9);

            assertThat(closed).map(ResamplerTest::minute).containsExactly(5L);
        }

        @Test
        void alwaysPassesTheGate() {
            CandleGate gate = new CandleGate(FIVES, Calendar.ALWAYS_OPEN);
            Resampler checked =
                    new Resampler(
                            Interval.ONE_MINUTE,
                            FIVE,
                            (time, open, high, low, close, volume) ->
                                    assertThat(
                                                    gate.check(
                                                            new Candle(
                                                                    FIVES, time, open, high, low,
                                                                    close, volume)))
                                            .isEqualTo(Verdict.ACCEPTED));

            RandomCandles.absurd(1, 5_000).forEach(candle -> update(checked, candle));

            assertThat(gate.count(Verdict.ACCEPTED)).isEqualTo(1_000);
        }
    }

    @Seeded(runs = 100)
    void incrementalEqualsBatchWhateverIsMissing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> candles = new ArrayList<>(RandomCandles.of(MINUTES, seed, 1_000));
        candles.removeIf(candle -> random.nextDouble() < 0.02 * (seed % 20));

        candles.forEach(candle -> update(resampler, candle));

        List<Candle> expected = batch(candles);
        assertThat(closed).isEqualTo(expected.subList(0, closed.size()));
        assertThat(expected.size() - closed.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        SplittableRandom random = new SplittableRandom(7);
        List<Candle> candles = new ArrayList<>(RandomCandles.of(MINUTES, 7, 200));
        candles.removeIf(_ -> random.nextDouble() < 0.3);
        candles.forEach(candle -> update(resampler, candle));

        for (int stop = 0; stop < candles.size(); stop++) {
            List<Candle> both = new ArrayList<>();
            Resampler before = resampler(FIVES, both);
            candles.subList(0, stop).forEach(candle -> update(before, candle));
            Resampler after = resampler(FIVES, both);
            StateInput in = new StateInput(saved(before));
            after.restore(in);
            in.expectEnd();
            candles.subList(stop, candles.size()).forEach(candle -> update(after, candle));

            assertThat(both).as("stopped after %s", stop).isEqualTo(closed);
        }
    }

    @Test
    void allocatesNothing() {
        double[] last = new double[1];
        Resampler thrifty =
                new Resampler(Interval.ONE_MINUTE, FIVE, (_, _, _, _, close, _) -> last[0] = close);
        List<Candle> candles = RandomCandles.of(5, 5_000);

        assertThat(
                        Allocation.least(() -> {
                            for (int i = 0; i < candles.size(); i++) {
                                update(thrifty, candles.get(i));
                            }
                        }))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1m,1m", "45m,1h", "1h,1m"})
    void refusesAnIntervalThatIsNoLongerMultiple(String shorter, String longer) {
        assertThatThrownBy(() ->
                        new Resampler(
                                Interval.parse(shorter),
                                Interval.parse(longer),
                                (_, _, _, _, _, _) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an interval must be longer than %s and a multiple of it, was %s"
                                .formatted(shorter, longer));
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT,15m,1h,6",
        "ETHUSDT,15m,1h,5",
        "BTCUSDT,1h,1d,6",
        "XRPUSDT,1h,1d,2",
        "SOLUSDT,1h,1d,3"
    })
    void makesTheVenuesOwnCandlesToTheLastDigit(
            String symbol, Interval from, Interval to, int volumeDigits) throws IOException {
        List<Candle> shorter =
                SharedCandles.read("binance/%s-%s.csv.gz".formatted(symbol, from), from);
        List<Candle> venues = SharedCandles.read("binance/%s-%s.csv.gz".formatted(symbol, to), to);
        Series series = new Series(shorter.getFirst().series().instrument(), to);

        Resampler real = resampler(new Series(series.instrument(), from), series, closed);
        shorter.forEach(candle -> update(real, candle));

        assertThat(closed).hasSizeGreaterThan(1_000);
        assertThat(closed.stream().map(candle -> inDigits(candle, volumeDigits)).toList())
                .isSubsetOf(venues.stream().map(candle -> inDigits(candle, volumeDigits)).toList());
    }

    /// By the plain definition: all candles of a bucket, but for a first one that is cut off.
    private static List<Candle> batch(List<Candle> candles) {
        TreeMap<Long, List<Candle>> buckets = new TreeMap<>();
        for (Candle candle : candles) {
            buckets.computeIfAbsent(
                            Math.floorDiv(candle.openTimeMs(), FIVE.durationMs()),
                            _ -> new ArrayList<>())
                    .add(candle);
        }
        if (candles.getFirst().openTimeMs() % FIVE.durationMs() != 0) {
            buckets.pollFirstEntry();
        }
        return buckets.values().stream().map(ResamplerTest::combined).toList();
    }

    private static Candle combined(List<Candle> candles) {
        return new Candle(
                FIVES,
                FIVE.openTimeMsAt(candles.getFirst().openTimeMs()),
                candles.getFirst().open(),
                candles.stream().mapToDouble(Candle::high).max().orElseThrow(),
                candles.stream().mapToDouble(Candle::low).min().orElseThrow(),
                candles.getLast().close(),
                candles.stream().map(Candle::baseVolume).reduce(0.0, Double::sum));
    }

    /// @param volumeDigits after the point, as the venue counts what is traded
    private static List<Object> inDigits(Candle candle, int volumeDigits) {
        return List.of(
                candle.openTimeMs(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                new BigDecimal(candle.baseVolume()).setScale(volumeDigits, RoundingMode.HALF_EVEN));
    }

    private void take(int minute) {
        take(minute, 10, 11, 9, 10, 1);
    }

    private void take(
            int minute, double open, double high, double low, double close, double volume) {
        resampler.update(START_MS + minute * 60_000L, open, high, low, close, volume);
    }

    private static long minute(Candle candle) {
        return (candle.openTimeMs() - START_MS) / 60_000;
    }

    private static Resampler resampler(Series longer, List<Candle> into) {
        return resampler(MINUTES, longer, into);
    }

    private static Resampler resampler(Series shorter, Series longer, List<Candle> into) {
        return new Resampler(
                shorter.interval(),
                longer.interval(),
                (time, open, high, low, close, volume) ->
                        into.add(new Candle(longer, time, open, high, low, close, volume)));
    }

    private static void update(Resampler resampler, Candle candle) {
        resampler.update(
                candle.openTimeMs(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.baseVolume());
    }
}

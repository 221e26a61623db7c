package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.seed.Seeded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MergedCandlesTest {

    private static final long MINUTE = 60_000;

    @Test
    void candlesComeByCloseTime() {
        List<Candle> minutes = candles("A", Interval.ONE_MINUTE, 0, 4 * MINUTE, 5 * MINUTE);
        List<Candle> fives = candles("B", Interval.FIVE_MINUTES, 0);

        // The five-minute candle opens first and closes with the second minute, which is named
        // first.
        assertThat(merge(List.of(minutes, fives)))
                .containsExactly(minutes.get(0), minutes.get(1), fives.get(0), minutes.get(2));
    }

    @Test
    void ofCandlesThatCloseTogetherTheSourceNamedFirstComesFirst() {
        List<Candle> a = candles("A", Interval.ONE_MINUTE, 0, MINUTE);
        List<Candle> b = candles("B", Interval.ONE_MINUTE, 0, MINUTE);

        assertThat(merge(List.of(b, a))).containsExactly(b.get(0), a.get(0), b.get(1), a.get(1));
    }

    @Test
    void theOrderWithinASourceIsKept() {
        List<Candle> a = candles("A", Interval.ONE_MINUTE, 5 * MINUTE, 0, 5 * MINUTE, MINUTE);

        assertThat(merge(List.of(a, List.of()))).containsExactlyElementsOf(a);
    }

    @Test
    void noSourceGivesNoCandle() {
        assertThat(merge(List.of())).isEmpty();
    }

    @Seeded(runs = 50)
    void oneClockIsSeenAndNothingIsLost(long seed) {
        var random = new SplittableRandom(seed);
        List<List<Candle>> sources = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 8); i++) {
            long[] times = random.longs(random.nextInt(200), 0, 1_000).sorted().toArray();
            long[] openTimes = LongStream.of(times).map(time -> time * MINUTE).toArray();
            sources.add(candles("S" + i, Interval.ONE_MINUTE, openTimes));
        }

        List<Candle> merged = merge(sources);

        assertThat(merged)
                .isSortedAccordingTo((a, b) -> Long.compare(a.closeTimeMs(), b.closeTimeMs()));
        for (List<Candle> source : sources) {
            assertThat(merged).containsSubsequence(source);
        }
        assertThat(merged).hasSize(sources.stream().mapToInt(List::size).sum());
    }

    @Test
    void badRowsAreAddedUpAndAllSourcesClosed() {
        var first = new Watched(2);
        var second = new Watched(3);

        try (var merged = new MergedCandles(List.of(first, second))) {
            assertThat(merged.next()).isNull();
            assertThat(merged.badRowCount()).isEqualTo(5);
        }

        assertThat(first.isClosed).isTrue();
        assertThat(second.isClosed).isTrue();
    }

    @Test
    void allSourcesAreClosedWhenOneCannotBeRead() {
        var first = new Watched(0);
        CandleSource broken =
                () -> {
                    throw new UnreadableFileException(Path.of("x"), 0, "is broken");
                };

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> new MergedCandles(List.of(first, broken)));
        assertThat(first.isClosed).isTrue();
    }

    private static List<Candle> merge(List<List<Candle>> sources) {
        List<Candle> candles = new ArrayList<>();
        try (var merged = new MergedCandles(sources.stream().map(CandleSource::of).toList())) {
            Candle candle;
            while ((candle = merged.next()) != null) {
                candles.add(candle);
            }
        }
        return candles;
    }

    private static List<Candle> candles(String symbol, Interval interval, long... openTimes) {
        var series = new Series(new Instrument("file", symbol), interval);
        return LongStream.of(openTimes)
                .mapToObj(openTime -> new Candle(series, openTime, 1, 1, 1, 1, 1))
                .toList();
    }

    private static final class Watched implements CandleSource {

        private final long badRowCount;
        private boolean isClosed;

        Watched(long badRowCount) {
            this.badRowCount = badRowCount;
        }

        @Override
        public @Nullable Candle next() {
            return null;
        }

        @Override
        public long badRowCount() {
            return badRowCount;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}

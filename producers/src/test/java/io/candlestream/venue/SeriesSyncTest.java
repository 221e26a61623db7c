package io.candlestream.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeriesSyncTest {

    private static final long MINUTE_MS = 60_000;
    private static final long START_MS = StubVenue.START_MS;
    private static final SyncRules RULES = new SyncRules(5_000, 2_000, 1, 10, 0);
    private static final Series SERIES =
            new Series(Instrument.parse("binance:BTCUSDT"), Interval.ONE_MINUTE);
    private static final List<Candle> TRUTH = RandomCandles.of(SERIES, 7, 100);

    private final RecordingSink sink = new RecordingSink();
    private final SeriesSync sync = new SeriesSync(SERIES, RULES, TRUTH.getFirst(), sink);

    @Nested
    class WhileTheStreamIsWhole {

        @Test
        void publishesWhatClosesAtOnce() {
            connect(1);

            close(1);
            close(2);

            assertThat(published()).containsExactly(1, 2);
        }

        @Test
        void dropsARepetition() {
            connect(1);
            close(1);
            close(1);

            assertThat(published()).containsExactly(1);
            assertThat(sync.counts().duplicate()).isEqualTo(1);
        }

        @Test
        void reportsARevisionOnceAndPublishesTheFirst() {
            connect(1);
            close(1);
            Candle revised = changed(TRUTH.get(1));
            sync.closed(revised);
            sync.closed(revised);

            assertThat(published()).containsExactly(1);
            assertThat(sink.revisions()).containsExactly(revised);
            assertThat(sync.counts().revision()).isEqualTo(1);
        }

        @Test
        void refusesNumbersThatNoCandleHas() {
            connect(1);
            Candle one = TRUTH.get(1);
            sync.closed(new Candle(SERIES, one.openTimeMs(), Double.NaN, 1, 1, 1, 1));
            sync.closed(new Candle(SERIES, one.openTimeMs() + 1, 1, 1, 1, 1, 1));

            assertThat(published()).isEmpty();
            assertThat(sync.counts().malformed()).isEqualTo(2);
        }

        @Test
        void asksNothing() {
            connect(1);
            close(1);

            assertThat(sync.ask(afterClose(1))).isNull();
        }
    }

    @Nested
    class WhenTheStreamLeavesAHole {

        @Test
        void publishesNothingUntilItIsFilled() {
            connect(1);
            close(1);
            close(4);

            assertThat(published()).containsExactly(1);
            assertThat(sync.counts().holeFound()).isEqualTo(2);

            Span span = Objects.requireNonNull(sync.ask(afterClose(4)));
            assertThat(span).isEqualTo(span(1, 4));
            answer(span, afterClose(4), 1, 2, 3);

            assertThat(published()).containsExactly(1, 2, 3, 4);
            assertThat(sync.counts().holeFilled()).isEqualTo(2);
            assertThat(sync.counts().venueHole()).isZero();
        }

        @Test
        void marksWhatTheVenueDoesNotHaveAndInventsNothing() {
            connect(1);
            close(1);
            close(4);
            answer(Objects.requireNonNull(sync.ask(afterClose(4))), afterClose(4), 1, 3);

            assertThat(published()).containsExactly(1, 3, 4);
            assertThat(sync.counts().venueHole()).isEqualTo(1);
        }

        @Test
        void asksAgainWhereThereWasNoAnswer() {
            connect(1);
            close(2);
            Span first = sync.ask(afterClose(2));
            assertThat(sync.ask(afterClose(2))).isNull();
            sync.unanswered();

            assertThat(sync.ask(afterClose(2))).isEqualTo(first);
        }

        @Test
        void takesALateFrameInItsPlace() {
            connect(1);
            close(2);
            close(1);

            assertThat(published()).containsExactly(1, 2);
        }
    }

    @Nested
    class WhenNothingComes {

        @Test
        void asksOnlyAfterTheTimeOfGrace() {
            connect(1);
            close(1);

            assertThat(sync.ask(TRUTH.get(2).closeTimeMs() + 4_999)).isNull();
            assertThat(sync.ask(TRUTH.get(2).closeTimeMs() + 5_000)).isEqualTo(span(1, 3));
        }

        @Test
        void doesNotBelieveAnAnswerThatIsTooEarly() {
            connect(1);
            close(1);
            Span span = Objects.requireNonNull(sync.ask(afterClose(2) + 5_000));
            answer(span, TRUTH.get(2).closeTimeMs() + 500);
            close(3);

            assertThat(published()).containsExactly(1);
            assertThat(sync.ask(afterClose(3))).isEqualTo(span(1, 3));
        }

        @Test
        void takesNoCandleThatTheVenueSaysIsOpen() {
            connect(1);
            close(1);
            Span span = Objects.requireNonNull(sync.ask(afterClose(3) + 5_000));
            answer(span, TRUTH.get(2).closeTimeMs() + 30_000, 1, 2, 3);

            assertThat(published()).containsExactly(1, 2);
        }
    }

    @Nested
    class AfterAReconnect {

        @Test
        void fetchesWhatClosedMeanwhilePageByPage() {
            sync.connected(TRUTH.get(31).openTimeMs() + 3_000);
            int pages = 0;
            Span span;
            while ((span = sync.ask(TRUTH.get(31).openTimeMs() + 3_000)) != null) {
                Span asked = span;
                answer(
                        span,
                        TRUTH.get(31).openTimeMs() + 3_000,
                        TRUTH.stream()
                                .filter(c ->
                                        c.openTimeMs() >= asked.fromMs()
                                                && c.openTimeMs() < asked.toMs())
                                .mapToInt(TRUTH::indexOf)
                                .toArray());
                pages++;
            }

            assertThat(published()).hasSize(30).isSorted();
            assertThat(pages).isEqualTo(4);
        }

        @Test
        void reportsWhatTheVenueHasRevisedMeanwhile() {
            connect(1);
            close(1);
            close(2);
            sync.connected(afterClose(3) + 3_000);
            Span span = Objects.requireNonNull(sync.ask(afterClose(3) + 3_000));
            Candle revised = changed(TRUTH.get(2));
            sync.answered(new Page(span, List.of(revised, TRUTH.get(3)), afterClose(3) + 3_000));

            assertThat(published()).containsExactly(1, 2, 3);
            assertThat(sink.revisions()).containsExactly(revised);
        }

        @Test
        void forgetsAFormingCandle() {
            connect(1);
            sync.forming(changed(TRUTH.get(1)));
            sync.connected(TRUTH.get(2).openTimeMs() + 1);
            sync.forming(TRUTH.get(2));

            assertThat(published()).isEmpty();
        }
    }

    @Nested
    class WithoutAClosedFlag {

        @Test
        void theNextCandleClosesTheOneBefore() {
            connect(1);
            sync.forming(changed(TRUTH.get(1)));
            sync.forming(TRUTH.get(1));
            assertThat(published()).isEmpty();
            sync.forming(TRUTH.get(2));

            assertThat(published()).containsExactly(1);
            assertThat(sink.of(SERIES)).containsExactly(TRUTH.get(1));
        }
    }

    @Nested
    class ThatTheTopicDoesNotHave {

        @Test
        void beginsByTheVenuesClockWhateverThisComputerSays() {
            var fresh = new SeriesSync(SERIES, RULES, null, sink);
            fresh.connected(TRUTH.get(60).openTimeMs());
            Span probe = Objects.requireNonNull(fresh.ask(TRUTH.get(60).openTimeMs()));
            fresh.closed(TRUTH.get(5));
            fresh.answered(new Page(probe, List.of(), TRUTH.get(5).openTimeMs() + 30_000));

            assertThat(published()).containsExactly(5);
        }

        @Test
        void beginsWithTheCandleThatIsForming() {
            var fresh = new SeriesSync(SERIES, RULES, null, sink);
            fresh.connected(TRUTH.get(5).openTimeMs() + 30_000);
            Span probe = Objects.requireNonNull(fresh.ask(TRUTH.get(5).openTimeMs() + 30_000));
            fresh.answered(
                    new Page(probe, TRUTH.subList(3, 6), TRUTH.get(5).openTimeMs() + 30_000));
            fresh.closed(TRUTH.get(5));

            assertThat(published()).containsExactly(5);
            assertThat(fresh.counts().duplicate()).isZero();
        }
    }

    /// A stream that goes on meanwhile must not make the stretch behind it look answered.
    @Seeded(runs = 20)
    void aNewSeriesBeginsWithAsManyCandlesAsItIsToldTo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        var rules = new SyncRules(5_000, 2_000, 1, 10, 45);
        var fresh = new SeriesSync(SERIES, rules, null, sink);
        fresh.connected(TRUTH.get(60).openTimeMs() + 3_000);
        for (int i = 60; i < TRUTH.size(); i++) {
            fresh.closed(TRUTH.get(i));
            serve(fresh, TRUTH, TRUTH.get(i).closeTimeMs() + 3_000, random);
        }
        for (int i = 0; i < 100; i++) {
            serve(fresh, TRUTH, TRUTH.getLast().closeTimeMs() + 10_000, random);
        }

        List<Integer> published = published();
        assertThat(published.getFirst()).isBetween(15, TRUTH.size() - 46);
        assertThat(sink.of(SERIES)).isEqualTo(TRUTH.subList(published.getFirst(), TRUTH.size()));
    }

    /// A venue with holes, whose stream loses, repeats and reorders, and whose REST lags and fails.
    @Seeded(runs = 100)
    void publishesTheTruthOnceInOrderWhateverTheOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> all = RandomCandles.of(SERIES, seed, 400);
        List<Candle> truth = new ArrayList<>();
        for (Candle candle : all) {
            if (truth.isEmpty() || random.nextDouble() > 0.05) {
                truth.add(candle);
            }
        }
        var own = new SeriesSync(SERIES, RULES, truth.getFirst(), sink);
        own.connected(START_MS + MINUTE_MS);
        List<Candle> late = new ArrayList<>();
        long nowMs = START_MS;
        for (Candle candle : truth.subList(1, truth.size())) {
            nowMs = candle.closeTimeMs() + random.nextInt(3_000);
            int fate = random.nextInt(10);
            if (fate < 6) {
                own.closed(candle);
            }
            if (fate == 5 || fate == 6) {
                late.add(candle);
            }
            if (fate == 7 && !late.isEmpty()) {
                own.closed(late.remove(random.nextInt(late.size())));
            }
            if (fate == 8) {
                own.connected(nowMs);
            }
            serve(own, truth, nowMs, random);
        }
        for (int i = 0; i < 1_000; i++) {
            nowMs += 10_000;
            serve(own, truth, nowMs, random);
        }

        assertThat(sink.of(SERIES)).isEqualTo(truth.subList(1, truth.size()));
        assertThat(sink.revisions()).isEmpty();
        assertThat(new TreeSet<>(published())).hasSize(truth.size() - 1);
    }

    private static void serve(
            SeriesSync own, List<Candle> truth, long nowMs, SplittableRandom random) {
        Span span = random.nextInt(3) > 0 ? own.ask(nowMs) : null;
        if (span == null) {
            return;
        }
        if (random.nextInt(4) == 0) {
            own.unanswered();
            return;
        }
        long lagMs = random.nextInt(1_000);
        own.answered(
                new Page(
                        span,
                        truth.stream()
                                .filter(c ->
                                        c.openTimeMs() >= span.fromMs()
                                                && c.openTimeMs() < span.toMs()
                                                && c.closeTimeMs() <= nowMs - lagMs)
                                .toList(),
                        nowMs / 1_000 * 1_000));
    }

    private void connect(int index) {
        long nowMs = TRUTH.get(index).openTimeMs() + 3_000;
        sync.connected(nowMs);
        answer(Objects.requireNonNull(sync.ask(nowMs)), nowMs, index - 1);
    }

    private void close(int index) {
        sync.closed(TRUTH.get(index));
    }

    private void answer(Span span, long nowMs, int... indexes) {
        List<Candle> candles = new ArrayList<>();
        for (int index : indexes) {
            candles.add(TRUTH.get(index));
        }
        sync.answered(new Page(span, candles, nowMs));
    }

    private List<Integer> published() {
        return sink.of(SERIES).stream()
                .map(candle -> Math.toIntExact((candle.openTimeMs() - START_MS) / MINUTE_MS))
                .toList();
    }

    private static long afterClose(int index) {
        return TRUTH.get(index).closeTimeMs() + 50;
    }

    private static Span span(int from, int to) {
        return new Span(START_MS + from * MINUTE_MS, START_MS + to * MINUTE_MS);
    }

    private static Candle changed(Candle candle) {
        return new Candle(
                candle.series(),
                candle.openTimeMs(),
                candle.open(),
                candle.high() + 1,
                candle.low(),
                candle.close(),
                candle.baseVolume());
    }
}

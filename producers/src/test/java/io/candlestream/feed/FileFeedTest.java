package io.candlestream.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.history.MergedCandles;
import io.candlestream.history.SeriesOptions;
import io.candlestream.history.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFeedTest {

    private static final long MINUTE = 60_000;
    private static final Series BITCOIN = series("BTCUSDT");
    private static final Series ETHER = series("ETHUSDT");
    private static final Serializer<io.candlestream.schema.Candle> VALUES =
            (topic, candle) -> new byte[] {1};

    private final MockProducer<String, io.candlestream.schema.Candle> producer = producer(true);
    private final FakeClock clock = new FakeClock();
    private final List<Long> progress = new ArrayList<>();

    @AfterEach
    void clearInterrupt() {
        boolean _ = Thread.interrupted();
    }

    @Nested
    class Records {

        @Test
        void haveTheInstrumentAsKeyAndTheCloseTimeAsTimestamp() {
            publish(Pace.MAX, candles(BITCOIN, 5));

            ProducerRecord<String, io.candlestream.schema.Candle> record =
                    producer.history().getFirst();
            assertThat(record.topic()).isEqualTo("candles");
            assertThat(record.key()).isEqualTo("binance:BTCUSDT");
            assertThat(record.timestamp()).isEqualTo(6 * MINUTE);
            assertThat(record.partition()).isNull();
            assertThat(new CandleMessage().fromMessage(record.value()))
                    .isEqualTo(candle(BITCOIN, 5));
        }

        @Test
        void comeInTheOrderOfTheSource() {
            try (var merged =
                    new MergedCandles(
                            List.of(
                                    CandleSource.of(candles(BITCOIN, 0, 1, 4)),
                                    CandleSource.of(candles(ETHER, 1, 2, 3))))) {
                feed(Pace.MAX).publish(merged, progress::add);
            }

            assertThat(producer.history())
                    .extracting(record -> record.key() + " " + record.timestamp() / MINUTE)
                    .containsExactly(
                            "binance:BTCUSDT 1",
                            "binance:BTCUSDT 2",
                            "binance:ETHUSDT 2",
                            "binance:ETHUSDT 3",
                            "binance:ETHUSDT 4",
                            "binance:BTCUSDT 5");
        }

        @Test
        void areCountedInTheReportAndTheProgress() {
            assertThat(publish(Pace.MAX, candles(BITCOIN, 0, 1, 2)))
                    .isEqualTo(new FeedReport(3, 0, true));
            assertThat(progress).containsExactly(1L, 2L, 3L);
        }

        @Test
        void areNoneOfCandlesThatOpenBefore1970() {
            assertThat(publish(Pace.MAX, candles(BITCOIN, -5, -1, 0)))
                    .isEqualTo(new FeedReport(1, 2, true));
        }
    }

    @Nested
    class BadRows {

        @TempDir private Path folder;

        @Test
        void areCountedInTheReport() throws IOException {
            Path path = folder.resolve("X.csv");
            Files.writeString(
                    path,
                    "open_time,open,high,low,close,volume\n0,1,1,1,1,1\nx\n60000,1,1,1,1,1\n");

            try (CandleSource file = CandleFile.of(path, SeriesOptions.inferred()).open(_ -> {})) {
                assertThat(feed(Pace.MAX).publish(file, progress::add))
                        .isEqualTo(new FeedReport(2, 1, true));
            }
        }
    }

    @Nested
    class APace {

        @Test
        void ofMaximumNeverWaits() {
            publish(Pace.MAX, candles(BITCOIN, 0, 1_000));

            assertThat(clock.sleeps).isEmpty();
        }

        @Test
        void ofRealTimeWaitsFromCloseToClose() {
            publish(Pace.REAL, candles(BITCOIN, 10, 11, 14));

            assertThat(clock.sleeps).containsExactly(60_000_000_000L, 180_000_000_000L);
        }

        @Test
        void ofTenTimesRealTimeWaitsATenth() {
            publish(new Pace.Multiple(10), candles(BITCOIN, 10, 11, 14));

            assertThat(clock.sleeps).containsExactly(6_000_000_000L, 18_000_000_000L);
        }

        @Test
        void catchesUpWhenItIsBehind() {
            clock.nanosPerLook = 90_000_000_000L;

            publish(Pace.REAL, candles(BITCOIN, 0, 1, 2, 3));

            assertThat(clock.sleeps).isEmpty();
        }

        @Test
        void neverWaitsForACandleOfThePast() {
            publish(Pace.REAL, candles(BITCOIN, 10, 3, 10));

            assertThat(clock.sleeps).isEmpty();
        }
    }

    @Nested
    class WhenInterrupted {

        @Test
        void stopsBeforeTheNextCandleAndStaysInterrupted() {
            FeedReport report =
                    feed(Pace.MAX)
                            .publish(
                                    CandleSource.of(candles(BITCOIN, 0, 1, 2, 3)),
                                    sent -> {
                                        if (sent == 2) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });

            assertThat(report).isEqualTo(new FeedReport(2, 0, false));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }

        @Test
        void stopsWaiting() {
            clock.isInterrupting = true;

            assertThat(publish(Pace.REAL, candles(BITCOIN, 0, 1)))
                    .isEqualTo(new FeedReport(1, 0, false));
        }
    }

    @Nested
    class WhenARecordIsNotAcknowledged {

        @Test
        void saysSoAndSendsNoMore() {
            var slow = producer(false);
            var feed = new FileFeed(slow, "candles", Pace.MAX, clock);

            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() ->
                            feed.publish(
                                    CandleSource.of(candles(BITCOIN, 0, 1, 2, 3)),
                                    sent -> answer(slow, sent)))
                    .withMessage(
                            "every record must reach the topic candles, but after 1 one did not:"
                                    + " 120 s are over")
                    .withCauseInstanceOf(TimeoutException.class)
                    .satisfies(e -> assertThat(e.published()).isEqualTo(1));
            assertThat(slow.history()).hasSize(2);
        }

        @Test
        void saysSoWhenItCannotEvenBeWritten() {
            producer.sendException = new SerializationException("no such schema");

            assertThatExceptionOfType(FeedException.class)
                    .isThrownBy(() -> publish(Pace.MAX, candles(BITCOIN, 0, 1)))
                    .withMessageEndingWith("after 0 one did not: no such schema");
            assertThat(progress).hasSize(1);
        }

        private void answer(MockProducer<?, ?> slow, long sent) {
            if (sent == 1) {
                slow.completeNext();
            } else {
                slow.errorNext(new TimeoutException("120 s are over"));
            }
        }
    }

    @Nested
    class WhenTheFileBreaksOff {

        @TempDir private Path folder;

        @Test
        void theCandlesBeforeHaveBeenPublished() throws IOException {
            Path path = folder.resolve("X.csv");
            Files.writeString(
                    path,
                    "open_time,open,high,low,close,volume\n0,1,1,1,1,1\n60000,1,1,1,1,1\n"
                            + "1".repeat(100_000));
            SeriesOptions options = SeriesOptions.inferred().withInterval(Interval.ONE_MINUTE);

            try (CandleSource file = CandleFile.of(path, options).open(_ -> {})) {
                assertThatExceptionOfType(UnreadableFileException.class)
                        .isThrownBy(() -> feed(Pace.MAX).publish(file, progress::add));
            }
            assertThat(producer.history()).hasSize(2);
            assertThat(producer.flushed()).isTrue();
        }
    }

    private FeedReport publish(Pace pace, List<Candle> candles) {
        return feed(pace).publish(CandleSource.of(candles), progress::add);
    }

    private FileFeed feed(Pace pace) {
        return new FileFeed(producer, "candles", pace, clock);
    }

    private static MockProducer<String, io.candlestream.schema.Candle> producer(
            boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new StringSerializer(), VALUES);
    }

    private static List<Candle> candles(Series series, int... minutes) {
        return IntStream.of(minutes).mapToObj(minute -> candle(series, minute)).toList();
    }

    private static Candle candle(Series series, int minute) {
        return new Candle(series, minute * MINUTE, 1, 2, 0.5, 1.5, 10);
    }

    private static Series series(String symbol) {
        return new Series(new Instrument("binance", symbol), Interval.ONE_MINUTE);
    }

    /// A clock that only sleep and looking at it move.
    private static final class FakeClock implements PaceClock {

        private final List<Long> sleeps = new ArrayList<>();
        private long nowNanos = Long.MAX_VALUE - 1_000;
        private long nanosPerLook;
        private boolean isInterrupting;

        @Override
        public long nanoTime() {
            nowNanos += nanosPerLook;
            return nowNanos;
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            if (isInterrupting) {
                throw new InterruptedException();
            }
            sleeps.add(nanos);
            nowNanos += nanos;
        }
    }
}

package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.feed.CandleMessage;
import io.candlestream.feed.SignalFeed;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerConfigs;
import io.candlestream.replay.ReplayedSignals;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.Rejection;
import io.candlestream.signal.Signal;
import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The topology where features read signals, record by record.
class SignalTopologyTest {

    private static final Instrument INSTRUMENT = Instrument.parse("test:BTCUSD");
    private static final Series SERIES = new Series(INSTRUMENT, Interval.ONE_MINUTE);
    private static final byte[] KEY = "test:BTCUSD".getBytes(UTF_8);
    private static final LearnerConfig CONFIG =
            LearnerConfigs.withFeatures(
                    "return(1), signal(greed,max_age=4m), signal_age(greed), ema(signal(news),3)",
                    3);
    private static final List<Candle> CANDLES = RandomCandles.of(SERIES, 1, 200);
    private static final long FIRST_CLOSE = CANDLES.getFirst().closeTimeMs();

    @TempDir private Path stateDir;
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> candles;
    private TestInputTopic<byte[], byte[]> signals;
    private TestOutputTopic<byte[], Prediction> predictions;
    private TestOutputTopic<byte[], Outcome> outcomes;
    private TestOutputTopic<byte[], Rejection> rejections;

    @BeforeEach
    void start() {
        driver =
                new TopologyTestDriver(
                        topology().build(),
                        TestLearners.streamsProperties("unused:1", stateDir, 1).properties());
        candles =
                driver.createInputTopic(
                        "candles", new ByteArraySerializer(), new ByteArraySerializer());
        signals =
                driver.createInputTopic(
                        "signals", new ByteArraySerializer(), new ByteArraySerializer());
        predictions = output(Topics.PREDICTIONS);
        outcomes = output(Topics.OUTCOMES);
        rejections = output(Topics.REJECTIONS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void isOneSubTopologySoThatSignalsAndCandlesShareATask() {
        assertThat(topology().build().describe().toString())
                .isEqualTo(
                        """
                        Topologies:
                           Sub-topology: 0
                            Source: candles (topics: [candles])
                              --> learner
                            Processor: learner (stores: [learner, signal-history])
                              --> alerts, metrics, models, outcomes, predictions, rejections
                              <-- candles
                            Source: signals (topics: [signals])
                              --> signal-history
                            Processor: signal-history (stores: [signal-history])
                              --> rejections
                              <-- signals
                            Sink: alerts (topic: alerts)
                              <-- learner
                            Sink: metrics (topic: metrics)
                              <-- learner
                            Sink: models (topic: models)
                              <-- learner
                            Sink: outcomes (topic: outcomes)
                              <-- learner
                            Sink: predictions (topic: predictions)
                              <-- learner
                            Sink: rejections (topic: rejections)
                              <-- learner, signal-history

                        """);
    }

    @Nested
    class TheJoin {

        @Test
        void saysWhatTheReplaySaysInWhateverOrderSignalsComeBeforeTheirCandles() {
            List<Signal> all = signalsOf(CANDLES);
            List<Signal> left = new ArrayList<>(all);
            for (int i = 0; i < CANDLES.size(); i++) {
                Candle candle = CANDLES.get(i);
                long ahead = candle.closeTimeMs() + (i % 7) * 60_000L;
                left.reversed().stream()
                        .filter(s -> s.timeMs() <= ahead)
                        .forEach(SignalTopologyTest.this::send);
                left.removeIf(signal -> signal.timeMs() <= ahead);
                send(candle);
            }

            assertThat(actual()).isEqualTo(replayed(CANDLES, all));
            assertThat(rejections.isEmpty()).isTrue();
        }

        @Test
        void givesASignalAtTheVeryCloseToThatCandle() {
            send(signal("news", FIRST_CLOSE, 1));
            send(signal("greed", FIRST_CLOSE, 1));
            CANDLES.subList(0, 3).forEach(SignalTopologyTest.this::send);

            assertThat(predictions.readValuesToList())
                    .extracting(prediction -> prediction.getCloseTime().toEpochMilli())
                    .containsExactly(CANDLES.get(2).closeTimeMs());
        }

        @Test
        void isSeenByEveryIntervalOfTheInstrumentAlsoOneThatBeginsLater() {
            List<Candle> hours = RandomCandles.of(new Series(INSTRUMENT, Interval.ONE_HOUR), 2, 8);
            List<Candle> minutes = RandomCandles.of(SERIES, 2, 8 * 60);
            List<Candle> both = new ArrayList<>(minutes);
            both.addAll(hours);
            both.sort(Comparator.comparingLong(Candle::closeTimeMs));
            List<Signal> all = signalsOf(minutes);

            all.forEach(SignalTopologyTest.this::send);
            both.forEach(SignalTopologyTest.this::send);

            assertThat(actual()).isEqualTo(replayed(both, all));
        }

        @Test
        void leavesALateSignalOutAndKeepsItWithItsReason() {
            List<Signal> all = signalsOf(CANDLES);
            all.forEach(SignalTopologyTest.this::send);
            CANDLES.subList(0, 100).forEach(SignalTopologyTest.this::send);
            Signal late = signal("greed", CANDLES.get(99).closeTimeMs() - 1, -5);
            send(late);
            CANDLES.subList(100, 200).forEach(SignalTopologyTest.this::send);

            assertThat(actual()).isEqualTo(replayed(CANDLES, all));
            Rejection rejection = rejections.readValue();
            assertThat(rejection.getReason()).isEqualTo("late_signal");
            assertThat(rejection.getDetail())
                    .contains("must be later than the last candle's close");
            assertThat(rejection.getInstrument()).isEqualTo("test:BTCUSD");
            assertThat(rejection.getInterval()).isNull();
            assertThat(rejection.getTopic()).isEqualTo("signals");
            assertThat(rejection.getValue()).isEqualTo(ByteBuffer.wrap(bytes(late)));
            assertThat(rejections.isEmpty()).isTrue();
        }

        @Test
        void refusesACandleWhoseSignalsAreNotKeptAnyMore() {
            for (int i = 0; i < 1_000; i++) {
                send(signal("greed", FIRST_CLOSE + i, i));
            }
            Series hourly = new Series(INSTRUMENT, Interval.ONE_HOUR);
            RandomCandles.of(hourly, 1, 1).forEach(SignalTopologyTest.this::send);
            send(CANDLES.getFirst());

            assertThat(rejections.readValue().getReason()).isEqualTo("forgotten_signals");
        }
    }

    @Nested
    class BadRecords {

        @Test
        void areKeptWithTheirReason() {
            send(signal("greed", FIRST_CLOSE, 1));
            byte[] value = bytes(signal("greed", FIRST_CLOSE, 1));
            byte[] candle = value.clone();
            candle[4] = 1;
            signals.pipeInput(KEY, null, 0);
            signals.pipeInput(KEY, new byte[] {1, 2}, 0);
            signals.pipeInput(KEY, candle, 0);
            signals.pipeInput(KEY, Arrays.copyOf(value, value.length - 1), 0);
            signals.pipeInput("test:OTHER".getBytes(UTF_8), value, 0);
            signals.pipeInput(null, value, 0);
            send(signal("greed", FIRST_CLOSE, 2));
            send(signal("greed", FIRST_CLOSE + 1, Double.NaN));
            send(signal("greed", FIRST_CLOSE + 1, Double.POSITIVE_INFINITY));
            send(signal("Greed!", FIRST_CLOSE + 1, 1));

            assertThat(rejections.readValuesToList())
                    .extracting(Rejection::getReason)
                    .containsExactly(
                            "empty",
                            "wrong_magic",
                            "wrong_schema",
                            "malformed_body",
                            "key_mismatch",
                            "key_mismatch",
                            "conflicting_signal",
                            "malformed_signal",
                            "malformed_signal",
                            "malformed_signal");
        }

        @Test
        void aRepetitionAndASignalThatNobodyReadsAreNoRejections() {
            send(signal("greed", FIRST_CLOSE, 1));
            send(signal("greed", FIRST_CLOSE, 1));
            send(signal("funding", FIRST_CLOSE, 1));

            assertThat(rejections.isEmpty()).isTrue();
        }

        @Test
        void bearTheTimeOfTheRefusedRecord() {
            signals.pipeInput(KEY, null, 12_345);

            assertThat(rejections.readRecord().timestamp()).isEqualTo(12_345);
        }
    }

    private TopicContents actual() {
        TopicContents contents = new TopicContents();
        predictions.readValuesToList().forEach(contents::add);
        outcomes.readValuesToList().forEach(contents::add);
        assertThat(contents.predictionCount()).isGreaterThan(150);
        return contents;
    }

    private static TopicContents replayed(List<Candle> candles, List<Signal> signals) {
        return UndisturbedRun.of(
                candles,
                new ReplayedSignals(_ -> signals.iterator(), CONFIG.features().signals().names()),
                _ -> CONFIG,
                Integer.MAX_VALUE);
    }

    /// By rising time, one of them at the very close of a candle, some far apart.
    private static List<Signal> signalsOf(List<Candle> candles) {
        List<Signal> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            long close = candles.get(i).closeTimeMs();
            if (i % 11 < 5) {
                all.add(signal("greed", close - (i % 3) * 20_000L, i * 0.3));
            }
            if (i % 5 == 0) {
                all.add(signal("news", close, -i));
            }
        }
        return all;
    }

    private static Signal signal(String name, long timeMs, double value) {
        return new Signal(INSTRUMENT, name, timeMs, value);
    }

    private void send(Candle candle) {
        candles.pipeInput(
                KEY,
                Topics.CANDLES
                        .valueSerde()
                        .serializer()
                        .serialize("candles", new CandleMessage().toMessage(candle)),
                candle.closeTimeMs());
    }

    private void send(Signal signal) {
        signals.pipeInput(KEY, bytes(signal), signal.timeMs());
    }

    private static byte[] bytes(Signal signal) {
        return Topics.SIGNALS
                .valueSerde()
                .serializer()
                .serialize("signals", SignalFeed.message(signal));
    }

    private static LearnerTopology topology() {
        return new LearnerTopology(
                _ -> CONFIG,
                "",
                100,
                new MessagePlan(1_000_000, 1_000_000, 3),
                InstantSource.fixed(Instant.EPOCH),
                CONFIG.features().signals().names());
    }

    private <T extends SpecificRecord> TestOutputTopic<byte[], T> output(Topic<T> topic) {
        return driver.createOutputTopic(
                topic.name(), new ByteArrayDeserializer(), topic.valueSerde().deserializer());
    }
}

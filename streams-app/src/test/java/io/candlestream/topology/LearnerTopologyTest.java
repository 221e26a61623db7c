package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feed.CandleMessage;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.Rejection;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerTopologyTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);
    private static final byte[] KEY = "test:BTCUSD".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir private Path stateDir;
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> candles;
    private TestOutputTopic<byte[], Prediction> predictions;
    private TestOutputTopic<byte[], Outcome> outcomes;
    private TestOutputTopic<byte[], Metrics> metrics;
    private TestOutputTopic<byte[], ModelSnapshot> models;
    private TestOutputTopic<byte[], Rejection> rejections;

    @BeforeEach
    void start() {
        driver = driver(TestLearners.standard());
        candles =
                driver.createInputTopic(
                        "candles", new ByteArraySerializer(), new ByteArraySerializer());
        predictions = output(Topics.PREDICTIONS);
        outcomes = output(Topics.OUTCOMES);
        metrics = output(Topics.METRICS);
        models = output(Topics.MODELS);
        rejections = output(Topics.REJECTIONS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void isDescribedByTheTextThatUsersSee() {
        assertThat(topology(TestLearners.standard(), "").build().describe().toString())
                .isEqualTo(
                        """
                        Topologies:
                           Sub-topology: 0
                            Source: candles (topics: [candles])
                              --> learner
                            Processor: learner (stores: [learner])
                              --> alerts, metrics, models, outcomes, predictions, rejections
                              <-- candles
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
                              <-- learner

                        """);
    }

    @Test
    void everyTopicTakesThePrefix() {
        assertThat(topology(TestLearners.standard(), "team.").build().describe().toString())
                .contains("[team.candles]", "team.predictions", "team.rejections")
                .doesNotContain("topic: predictions");
    }

    @Nested
    class GoodCandles {

        @Test
        void giveWhatTheLearnerGives() {
            Learner learner = new Learner(SERIES, TestLearners.standard());
            LearnerMessages messages = new LearnerMessages(InstantSource.fixed(NOW), 3);
            for (Candle candle : RandomCandles.of(SERIES, 1, 400)) {
                var step = learner.onCandle(candle);
                send(candle);
                if (step.hasOutcome()) {
                    assertThat(outcomes.readValue()).isEqualTo(messages.outcome(learner, step, 0));
                }
                if (step.hasPrediction()) {
                    TestRecord<byte[], Prediction> record = predictions.readRecord();
                    assertThat(record.value()).isEqualTo(messages.prediction(learner, step, 0));
                    assertThat(record.key()).isEqualTo(KEY);
                    assertThat(record.timestamp()).isEqualTo(candle.closeTimeMs());
                }
            }
            assertThat(learner.outcomeCount()).isGreaterThan(100);
            assertThat(predictions.isEmpty()).isTrue();
            assertThat(outcomes.isEmpty()).isTrue();
            assertThat(metrics.readRecordsToList()).hasSize((int) learner.outcomeCount() / 10);
            assertThat(models.readRecordsToList()).hasSize((int) learner.outcomeCount() / 50);
        }

        @Test
        void ofTwoIntervalsAreTwoSeries() {
            Series hourly = new Series(SERIES.instrument(), Interval.ONE_HOUR);
            RandomCandles.of(SERIES, 1, 300).forEach(LearnerTopologyTest.this::send);
            int minutely = predictions.readRecordsToList().size();
            RandomCandles.of(hourly, 1, 300).forEach(LearnerTopologyTest.this::send);

            assertThat(predictions.readValuesToList())
                    .hasSize(minutely)
                    .allMatch(prediction -> prediction.getInterval().equals("1h"));
        }

        @Test
        void repeatedExactlyGiveNothing() {
            List<Candle> once = RandomCandles.of(SERIES, 1, 300);
            once.forEach(LearnerTopologyTest.this::send);
            predictions.readRecordsToList();
            send(once.getLast());

            assertThat(predictions.isEmpty()).isTrue();
            assertThat(rejections.isEmpty()).isTrue();
        }
    }

    @Nested
    class BadRecords {

        @Test
        void thatTheGateRefusesAreKeptWithTheirBytes() {
            Candle first = RandomCandles.of(SERIES, 1, 1).getFirst();
            Candle malformed =
                    new Candle(SERIES, first.openTimeMs() + 60_000, 1, 2, 1, Double.NaN, 0);
            send(first);
            byte[] value = bytes(malformed);
            candles.pipeInput(KEY, value, malformed.closeTimeMs());

            Rejection rejection = rejections.readValue();
            assertThat(rejection.getReason()).isEqualTo("malformed");
            assertThat(rejection.getInstrument()).isEqualTo("test:BTCUSD");
            assertThat(rejection.getInterval()).isEqualTo("1m");
            assertThat(rejection.getTopic()).isEqualTo("candles");
            assertThat(rejection.getOffset()).isEqualTo(1);
            assertThat(rejection.getKey()).isEqualTo(ByteBuffer.wrap(KEY));
            assertThat(rejection.getValue()).isEqualTo(ByteBuffer.wrap(value));
        }

        @Test
        void thatConflictComeLateOrLieOffTheGridSaySo() {
            List<Candle> two = RandomCandles.of(SERIES, 1, 2);
            Candle last = two.getLast();
            two.forEach(LearnerTopologyTest.this::send);
            send(two.getFirst());
            send(new Candle(SERIES, last.openTimeMs(), 1, 2, 1, 2, 0));
            send(new Candle(SERIES, last.openTimeMs() + 1, 1, 2, 1, 2, 0));

            assertThat(rejections.readValuesToList())
                    .extracting(Rejection::getReason)
                    .containsExactly("late", "conflicting_duplicate", "off_grid");
        }

        @Test
        void whoseIntervalTheFeaturesCannotBeComputedAtAreKept() {
            LearnerConfig standard = TestLearners.standard();
            driver.close();
            driver =
                    driver(
                            new LearnerConfig(
                                    FeatureSet.of(FeatureExpressions.parse("on(90s, rsi(14))")),
                                    standard.label(),
                                    standard.models(),
                                    standard.scaling(),
                                    standard.scoring().halfLife(),
                                    standard.calendar()));
            candles =
                    driver.createInputTopic(
                            "candles", new ByteArraySerializer(), new ByteArraySerializer());
            rejections = output(Topics.REJECTIONS);
            send(RandomCandles.of(SERIES, 1, 1).getFirst());

            Rejection rejection = rejections.readValue();
            assertThat(rejection.getReason()).isEqualTo("unsupported_interval");
            assertThat(rejection.getDetail()).contains("column 4: on takes an interval");
        }

        @Test
        void thatAreNoCandleAtAllNeverStopTheStream() {
            byte[] value = bytes(RandomCandles.of(SERIES, 1, 1).getFirst());
            byte[] otherSchema = value.clone();
            otherSchema[4] = 99;
            byte[] prediction = value.clone();
            prediction[4] = 2;
            byte[] hugeKey = new byte[1 << 20];
            Arrays.fill(hugeKey, (byte) 'x');

            candles.pipeInput(KEY, null, 0);
            candles.pipeInput(KEY, new byte[0], 0);
            candles.pipeInput(KEY, new byte[] {1, 2, 3}, 0);
            candles.pipeInput(KEY, otherSchema, 0);
            candles.pipeInput(KEY, prediction, 0);
            candles.pipeInput(KEY, Arrays.copyOf(value, value.length - 3), 0);
            candles.pipeInput(KEY, Arrays.copyOf(value, value.length + 3), 0);
            candles.pipeInput(null, value, 0);
            candles.pipeInput("test:OTHER".getBytes(UTF_8), value, 0);
            candles.pipeInput(hugeKey, value, 0);

            assertThat(rejections.readValuesToList())
                    .extracting(Rejection::getReason)
                    .containsExactly(
                            "empty",
                            "empty",
                            "wrong_magic",
                            "unknown_schema",
                            "wrong_schema",
                            "malformed_body",
                            "trailing_bytes",
                            "key_mismatch",
                            "key_mismatch",
                            "key_mismatch");
        }

        @Test
        void aNameThatIsNoInstrumentIsMalformed() {
            var message = new CandleMessage().toMessage(RandomCandles.of(SERIES, 1, 1).getFirst());
            message.setInstrument("no colon");
            candles.pipeInput("no colon".getBytes(UTF_8), serialized(message), 0);

            assertThat(rejections.readValue().getReason()).isEqualTo("malformed");
        }

        @Test
        void ofRandomBytesLeaveTheRestUnharmed() {
            SplittableRandom random = new SplittableRandom(5);
            List<Candle> good = RandomCandles.of(SERIES, 1, 300);
            for (Candle candle : good) {
                byte[] garbage = bytes(candle);
                garbage[random.nextInt(garbage.length)] ^= (byte) (1 + random.nextInt(255));
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                candles.pipeInput(noise, noise, 0);
                candles.pipeInput("broken".getBytes(UTF_8), garbage, 0);
                send(candle);
            }

            Learner undisturbed = new Learner(SERIES, TestLearners.standard());
            long expected =
                    good.stream().filter(c -> undisturbed.onCandle(c).hasPrediction()).count();
            assertThat(rejections.readRecordsToList()).hasSize(600);
            assertThat(predictions.readRecordsToList()).hasSize((int) expected);
        }
    }

    private void send(Candle candle) {
        candles.pipeInput(KEY, bytes(candle), candle.closeTimeMs());
    }

    private static byte[] bytes(Candle candle) {
        return serialized(new CandleMessage().toMessage(candle));
    }

    private static byte[] serialized(io.candlestream.schema.Candle message) {
        return new AvroSerde<>(io.candlestream.schema.Candle.class)
                .serializer()
                .serialize("candles", message);
    }

    private static LearnerTopology topology(LearnerConfig config, String prefix) {
        return new LearnerTopology(
                series -> config,
                prefix,
                100,
                new MessagePlan(10, 50, 3),
                InstantSource.fixed(NOW));
    }

    private TopologyTestDriver driver(LearnerConfig config) {
        return new TopologyTestDriver(
                topology(config, "").build(),
                TestLearners.streamsProperties("unused:1", stateDir, 1).properties());
    }

    private <T extends SpecificRecord> TestOutputTopic<byte[], T> output(Topic<T> topic) {
        return driver.createOutputTopic(
                topic.name(),
                new ByteArrayDeserializer(),
                new AvroSerde<>(topic.valueType()).deserializer());
    }
}

package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.feed.CandleMessage;
import io.candlestream.schema.Rejection;
import io.candlestream.service.Service;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that may stand on the topic candles and must not, on a real broker with its limits of
/// size and time.
class BadInputTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);
    private static final byte[] KEY = "test:BTCUSD".getBytes(UTF_8);
    private static final int MEBIBYTE = 1 << 20;
    private static final long YEAR_2500_MS = 16_725_225_600_000L;

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Candle> good = RandomCandles.of(SERIES, 3, 400);

    @TempDir private Path folder;

    @Test
    void isKeptWithItsReasonAndLeavesTheRestUnharmed() throws Exception {
        Settings settings =
                Settings.load(null, List.of("data-dir=" + folder, "learner.snapshot-every=1"));
        List<ProducerRecord<byte[], byte[]>> bad = badRecords();

        try (Service service = Service.start(settings);
                InputProgress progress = service.progress()) {
            String servers = service.cluster().bootstrapServers();
            publishMixed(servers, bad);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> service.streams().hasFailed() || progress.lag() == 0);
            service.streams().failIfFailed();

            TopicContents expected = UndisturbedRun.of(good, new ConfiguredLearners(settings), 1);
            assertThat(TopicContents.read(servers, "")).isEqualTo(expected);
            assertThat(reasons(servers))
                    .isEqualTo(
                            new TreeMap<>(
                                    Map.of(
                                            "empty", 2L,
                                            "key_mismatch", 2L,
                                            "malformed", 2L,
                                            "malformed_body", 1L,
                                            "off_grid", 1L,
                                            "trailing_bytes", 1L,
                                            "unknown_schema", 1L,
                                            "wrong_magic", 201L,
                                            "wrong_schema", 1L)));
        }
    }

    private List<ProducerRecord<byte[], byte[]>> badRecords() {
        byte[] value = bytes(good.getFirst());
        byte[] unknownSchema = value.clone();
        unknownSchema[4] = 99;
        byte[] wrongSchema = value.clone();
        wrongSchema[4] = 2;
        byte[] hugeKey = new byte[MEBIBYTE];
        Arrays.fill(hugeKey, (byte) 'k');
        byte[] hugeValue = new byte[MEBIBYTE];
        Arrays.fill(hugeValue, (byte) 'v');
        Candle notANumber = new Candle(SERIES, 0, 1, 2, Double.NaN, 1, 0);
        Candle offGrid = new Candle(SERIES, 1, 1, 2, 1, 2, 0);

        List<ProducerRecord<byte[], byte[]>> bad = new ArrayList<>();
        bad.add(record(KEY, null, 0));
        bad.add(record(KEY, new byte[0], 0));
        bad.add(record(KEY, unknownSchema, 0));
        bad.add(record(KEY, wrongSchema, 0));
        bad.add(record(KEY, Arrays.copyOf(value, value.length - 5), 0));
        bad.add(record(KEY, Arrays.copyOf(value, value.length + 5), 0));
        bad.add(record(null, value, 0));
        bad.add(record(hugeKey, value, 0));
        bad.add(record(hugeKey, hugeValue, 0));
        bad.add(record(KEY, bytes(notANumber), YEAR_2500_MS));
        bad.add(record(KEY, bytes(offGrid), 0));
        bad.add(record("no colon".getBytes(UTF_8), bytes("no colon"), 0));
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            noise[0] = (byte) (1 + random.nextInt(255));
            bad.add(record(noise, noise, random.nextLong(YEAR_2500_MS)));
        }
        return bad;
    }

    private void publishMixed(String servers, List<ProducerRecord<byte[], byte[]>> bad) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                4 * MEBIBYTE),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<ProducerRecord<byte[], byte[]>> left = new ArrayList<>(bad);
            for (Candle candle : good) {
                var _ = producer.send(record(KEY, bytes(candle), candle.closeTimeMs()));
                if (!left.isEmpty()) {
                    var _ = producer.send(left.removeFirst());
                }
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        return new ProducerRecord<>(Topics.CANDLES.name(), null, timestampMs, key, value);
    }

    private static Map<String, Long> reasons(String servers) {
        Map<String, Long> counts = new TreeMap<>();
        try (TopicReader<Rejection> reader = new TopicReader<>(servers, Topics.REJECTIONS, "")) {
            reader.readToEnd(record -> {
                Rejection rejection = Objects.requireNonNull(record.message());
                counts.merge(rejection.getReason(), 1L, Long::sum);
                if (rejection.getKey() != null && rejection.getKey().remaining() == MEBIBYTE) {
                    assertThat(rejection.getKey()).isEqualTo(repeated('k'));
                }
            });
        }
        return counts;
    }

    private static ByteBuffer repeated(char letter) {
        byte[] bytes = new byte[MEBIBYTE];
        Arrays.fill(bytes, (byte) letter);
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(Candle candle) {
        return serialized(new CandleMessage().toMessage(candle));
    }

    private byte[] bytes(String instrument) {
        var message = new CandleMessage().toMessage(good.getFirst());
        message.setInstrument(instrument);
        return serialized(message);
    }

    private static byte[] serialized(io.candlestream.schema.Candle message) {
        return Topics.CANDLES.valueSerde().serializer().serialize("candles", message);
    }
}

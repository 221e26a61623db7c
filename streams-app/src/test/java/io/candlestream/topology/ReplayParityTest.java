package io.candlestream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.wire.TopicCreation;
import io.candlestream.wire.TopicLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The promise of the product: what was replayed is what runs, to the bit, however the topology is
/// spread.
class ReplayParityTest {

    private static final int SNAPSHOT_EVERY = 1;

    @TempDir private static Path folder;
    private static EmbeddedBroker broker;
    private static List<Candle> candles;
    private static TopicContents expected;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
        candles = candlesOfSixSeries();
        expected = UndisturbedRun.of(candles, _ -> TestLearners.standard(), SNAPSHOT_EVERY);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "4, 2"})
    void theTopologySaysWhatTheReplaySays(int partitions, int threads) throws Exception {
        String prefix = "parity-" + partitions + '-' + threads + '.';
        Path stateDir = folder.resolve(prefix);

        TopicContents actual = run(prefix, partitions, threads, 10_000, stateDir);

        assertThat(actual.predictionCount()).isGreaterThan(2_000);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void aLiveCacheOfTwoSeriesChangesNothing() throws Exception {
        assertThat(run("parity-small.", 1, 1, 2, folder.resolve("small"))).isEqualTo(expected);
    }

    private static TopicContents run(
            String prefix, int partitions, int threads, int liveSeries, Path stateDir)
            throws Exception {
        String servers = broker.bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            new TopicCreation(admin, new TopicLayout(prefix, partitions, (short) 1))
                    .createMissing();
        }
        LearnerConfig config = TestLearners.standard();
        LearnerTopology topology =
                new LearnerTopology(
                        _ -> config,
                        prefix,
                        liveSeries,
                        new MessageRates(100, SNAPSHOT_EVERY),
                        InstantSource.system());
        StreamsProperties properties =
                new StreamsProperties(
                        prefix + "app", servers, stateDir, threads, 100, 1, 0, Map.of());
        try (CandleTopic topic = new CandleTopic(servers, prefix);
                InputProgress progress = new InputProgress(servers, prefix, prefix + "app");
                LearnerStreams streams =
                        LearnerStreams.start(topology.build(), properties.properties())) {
            topic.publish(candles);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> streams.hasFailed() || progress.lag() == 0);
            streams.failIfFailed();
        }
        return TopicContents.read(servers, prefix);
    }

    private static List<Candle> candlesOfSixSeries() {
        List<Candle> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instrument instrument = Instrument.parse("test:COIN" + i);
            all.addAll(RandomCandles.of(new Series(instrument, Interval.ONE_MINUTE), i, 700));
        }
        Series hourly = new Series(Instrument.parse("test:COIN0"), Interval.ONE_HOUR);
        all.addAll(RandomCandles.of(hourly, 9, 500));
        all.sort(Comparator.comparingLong(Candle::closeTimeMs));
        return all;
    }
}

package io.candlestream.topology;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The promise of the product, on any broker: what was replayed is what runs, to the bit, however
/// the topology is spread.
public interface ParityContract {

    /// Where the broker is that the topology runs on.
    String bootstrapServers();

    /// Every prediction, outcome and coefficient is the replay's.
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "4, 2"})
    default void theTopologySaysWhatTheReplaySays(
            int partitions, int threads, @TempDir Path stateDir) throws Exception {
        String prefix = "parity-" + partitions + '-' + threads + '.';

        TopicContents actual = run(prefix, partitions, threads, 10_000, stateDir);

        assertThat(actual.predictionCount()).isGreaterThan(2_000);
        assertThat(actual).isEqualTo(replayed());
    }

    /// What is read back from RocksDB is what was written.
    @Test
    default void aLiveCacheOfTwoSeriesChangesNothing(@TempDir Path stateDir) throws Exception {
        assertThat(run("parity-small.", 1, 1, 2, stateDir)).isEqualTo(replayed());
    }

    private static TopicContents replayed() {
        return UndisturbedRun.of(candlesOfSixSeries(), _ -> TestLearners.standard(), 1);
    }

    private TopicContents run(
            String prefix, int partitions, int threads, int liveSeries, Path stateDir)
            throws Exception {
        String servers = bootstrapServers();
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
                        new MessageRates(100, 1),
                        InstantSource.system());
        StreamsProperties properties =
                new StreamsProperties(
                        prefix + "app", servers, stateDir, threads, 100, 1, 0, Map.of());
        try (CandleTopic topic = new CandleTopic(servers, prefix);
                InputProgress progress = new InputProgress(servers, prefix, prefix + "app");
                LearnerStreams streams =
                        LearnerStreams.start(topology.build(), properties.properties())) {
            topic.publish(candlesOfSixSeries());
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

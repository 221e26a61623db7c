package io.candlestream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.history.SignalFiles;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerConfigs;
import io.candlestream.replay.ReplayedSignals;
import io.candlestream.schema.Rejection;
import io.candlestream.signal.Signal;
import io.candlestream.wire.TopicCreation;
import io.candlestream.wire.TopicLayout;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The promise of the product, on any broker: what was replayed is what runs, to the bit, however
/// the topology is spread.
public interface ParityContract {

    /// Features that read signals.
    LearnerConfig SIGNALS =
            LearnerConfigs.withFeatures(
                    "return(1), rsi(14), signal(greed,max_age=7m,otherwise=50), signal_age(greed),"
                            + " ema(signal(news),3)",
                    12);

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

    /// Several models with everything that judges them: alerts and promotions are the replay's too.
    @ParameterizedTest
    @CsvSource({"4, 2, 10000", "2, 1, 2"})
    default void modelsThatAreWatchedSayWhatTheySayInTheReplay(
            int partitions, int threads, int liveSeries, @TempDir Path stateDir) throws Exception {
        LearnerConfig config = LearnerConfigs.supervised();
        String prefix = "parity-models-" + partitions + '-' + threads + '.';

        TopicContents actual = run(config, prefix, partitions, threads, liveSeries, stateDir);

        assertThat(actual.alerts()).isNotEmpty();
        assertThat(actual).isEqualTo(UndisturbedRun.of(candlesOfSixSeries(), _ -> config, 1));
    }

    /// Signals join candles by event time, ties and signals for every instrument included, when
    /// both topics are written before they are read; a late one changes nothing.
    @ParameterizedTest
    @CsvSource({"1, 1, 10000", "4, 2, 10000", "2, 1, 2"})
    default void signalsJoinCandlesAsInTheReplay(
            int partitions, int threads, int liveSeries, @TempDir Path stateDir) throws Exception {
        String prefix = "parity-signals-" + partitions + '-' + threads + '.';
        SignalFiles signals = signals(stateDir);
        List<Candle> candles = candlesOfSixSeries();
        String servers = bootstrapServers();
        create(prefix, partitions);
        LearnerTopology topology = topology(prefix, liveSeries, SIGNALS);

        try (CandleTopic topic = new CandleTopic(servers, prefix);
                InputProgress progress = new InputProgress(servers, prefix, prefix + "app")) {
            topic.publish(candles);
            topic.publishSignals(
                    signals.signalsFor(
                            candles.stream()
                                    .map(candle -> candle.series().instrument())
                                    .distinct()
                                    .toList()));
            try (LearnerStreams streams = start(topology, prefix, threads, stateDir)) {
                awaitEnd(streams, progress);
                topic.publishSignals(
                        List.of(
                                new Signal(
                                        candles.getFirst().series().instrument(),
                                        "greed",
                                        candles.getFirst().openTimeMs(),
                                        99)));
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> !rejections(servers, prefix).isEmpty());
            }
        }

        assertThat(rejections(servers, prefix)).containsExactly("late_signal");
        TopicContents actual = TopicContents.read(servers, prefix);
        assertThat(actual.predictionCount()).isGreaterThan(2_000);
        assertThat(actual)
                .isEqualTo(
                        UndisturbedRun.of(
                                candles,
                                new ReplayedSignals(
                                        instrument -> signals.signalsFor(instrument).iterator(),
                                        SIGNALS.features().signals().names()),
                                _ -> SIGNALS,
                                1));
    }

    private static List<String> rejections(String servers, String prefix) {
        List<String> reasons = new ArrayList<>();
        try (TopicReader<Rejection> reader =
                new TopicReader<>(servers, Topics.REJECTIONS, prefix)) {
            reader.readToEnd(
                    record -> reasons.add(Objects.requireNonNull(record.message()).getReason()));
        }
        return reasons;
    }

    /// Fear and greed for everybody at every fifth minute's very close, sometimes of one's own
    /// instead; news now and then, at any time.
    private static SignalFiles signals(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("time,name,value,instrument\n");
        SplittableRandom random = new SplittableRandom(4);
        long first = candlesOfSixSeries().getFirst().openTimeMs();
        for (int i = 1; i <= 800; i++) {
            long close = first + i * 60_000L;
            if (i % 5 == 0) {
                rows.append("%d,greed,%d,%n".formatted(close, random.nextInt(100)));
            }
            if (i % 50 == 0) {
                rows.append("%d,greed,%d,test:COIN1%n".formatted(close, random.nextInt(100)));
            }
            int coin = random.nextInt(5);
            rows.append(
                    "%d,news,%s,test:COIN%d%n"
                            .formatted(close - random.nextInt(60_000), random.nextDouble(), coin));
        }
        Path file = folder.resolve("signals.csv");
        Files.writeString(file, rows);
        return SignalFiles.read(List.of(file), row -> {});
    }

    private static TopicContents replayed() {
        return UndisturbedRun.of(candlesOfSixSeries(), _ -> TestLearners.standard(), 1);
    }

    private TopicContents run(
            String prefix, int partitions, int threads, int liveSeries, Path stateDir)
            throws Exception {
        return run(TestLearners.standard(), prefix, partitions, threads, liveSeries, stateDir);
    }

    private TopicContents run(
            LearnerConfig config,
            String prefix,
            int partitions,
            int threads,
            int liveSeries,
            Path stateDir)
            throws Exception {
        String servers = bootstrapServers();
        create(prefix, partitions);
        LearnerTopology topology = topology(prefix, liveSeries, config);
        try (CandleTopic topic = new CandleTopic(servers, prefix);
                InputProgress progress = new InputProgress(servers, prefix, prefix + "app");
                LearnerStreams streams = start(topology, prefix, threads, stateDir)) {
            topic.publish(candlesOfSixSeries());
            awaitEnd(streams, progress);
        }
        return TopicContents.read(servers, prefix);
    }

    private void create(String prefix, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            new TopicCreation(admin, new TopicLayout(prefix, partitions, (short) 1))
                    .createMissing();
        }
    }

    private static LearnerTopology topology(String prefix, int liveSeries, LearnerConfig config) {
        return new LearnerTopology(
                _ -> config,
                prefix,
                liveSeries,
                new MessagePlan(100, 1, 3),
                InstantSource.system(),
                config.features().signals().names());
    }

    private LearnerStreams start(
            LearnerTopology topology, String prefix, int threads, Path stateDir) {
        StreamsProperties properties =
                new StreamsProperties(
                        prefix + "app", bootstrapServers(), stateDir, threads, 100, 1, 0, Map.of());
        return LearnerStreams.start(topology.build(), properties.properties());
    }

    private static void awaitEnd(LearnerStreams streams, InputProgress progress) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> streams.hasFailed() || progress.lag() == 0);
        streams.failIfFailed();
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

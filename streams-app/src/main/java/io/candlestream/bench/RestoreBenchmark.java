package io.candlestream.bench;

import io.candlestream.settings.Settings;
import io.candlestream.topology.LearnerStreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// How long the service takes to run again when its local state is lost, from the changelog alone;
/// beside a plain consumer that reads the same changelog from beginning to end, and beside a start
/// that finds its local state.
///
/// Measured until every task runs, so joining the group is part of it.
record RestoreBenchmark(Workbench bench, Consumer<String> progress) implements Benchmark {

    private static final int INSTRUMENTS = 1_000;
    private static final int CANDLES_EACH = 240;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String NAME = "restore";

    @Override
    public List<Figure> run() throws InterruptedException {
        Settings settings = bench.settings(NAME + '-', NAME);
        long candles = (long) INSTRUMENTS * CANDLES_EACH;
        progress.accept("learning from 240 candles of each of 1,000 instruments");
        bench.publish(settings, new RoundRobinCandles(INSTRUMENTS).more(candles));
        try (Contender.Running running = Contender.LEARNER.start(bench, settings)) {
            bench.watch(settings, running.streams(), 0, candles);
        }
        double withState = secondsToRun(settings);
        Workbench.deleteFolder(settings.stateDirectory());
        double restore = secondsToRun(settings);
        double read = secondsToRead(NAME + "-learner-changelog");
        return List.of(
                Figure.reported("restore, 1,000 instruments", restore, "s")
                        .beside("reading the changelog", read),
                Figure.reported("restore, 1,000 instruments", restore, "s")
                        .beside("start with local state", withState));
    }

    private double secondsToRun(Settings settings) throws InterruptedException {
        long started = System.nanoTime();
        try (Contender.Running running = Contender.LEARNER.start(bench, settings)) {
            LearnerStreams streams = running.streams();
            if (!streams.awaitRunning(LONGEST)) {
                streams.failIfFailed();
                throw new BenchmarkFailedException("the service must run within " + LONGEST);
            }
            return (System.nanoTime() - started) / 1e9;
        }
    }

    private double secondsToRead(String topic) {
        long started = System.nanoTime();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bench.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "enable.auto.commit",
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL);
            }
        }
        return (System.nanoTime() - started) / 1e9;
    }
}

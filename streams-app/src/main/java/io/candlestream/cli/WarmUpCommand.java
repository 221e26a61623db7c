package io.candlestream.cli;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import picocli.CommandLine.Command;

/// `candlestream warm-up`: uses, once and briefly, what the other commands load, so that the
/// launcher can record the classes in an AOT cache. Leaves nothing behind.
@Command(name = "warm-up", hidden = true, description = "Load what the other commands load.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String INPUT = "warm-up-input";
    private static final String OUTPUT = "warm-up-output";
    private static final int RECORDS = 200;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    WarmUpCommand() {}

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("candlestream-warm-up");
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(BrokerOptions.onFreePort(directory.resolve("broker")))) {
            stream(broker.bootstrapServers(), directory.resolve("state"));
        } finally {
            delete(directory);
        }
        return ExitCode.DONE;
    }

    private static void stream(String bootstrapServers, Path stateDirectory) throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(topic(INPUT), topic(OUTPUT))).all().get();
        }
        StreamsConfig config =
                new StreamsConfig(
                        Map.of(
                                "application.id",
                                "warm-up",
                                "bootstrap.servers",
                                bootstrapServers,
                                "state.dir",
                                stateDirectory.toString(),
                                "processing.guarantee",
                                StreamsConfig.EXACTLY_ONCE_V2,
                                "processing.exception.handler.global.enabled",
                                true,
                                "auto.offset.reset",
                                "earliest",
                                "commit.interval.ms",
                                100));
        try (KafkaStreams streams = new KafkaStreams(counting(), config)) {
            streams.start();
            produce(connection);
            awaitCount(bootstrapServers);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    private static Topology counting() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(INPUT, Consumed.with(Serdes.String(), Serdes.String()))
                .groupByKey()
                .count(Materialized.as("warm-up-counts"))
                .toStream()
                .mapValues(String::valueOf)
                .to(OUTPUT, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static void produce(Map<String, Object> connection) {
        try (Producer<String, String> producer =
                new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                var _ = producer.send(new ProducerRecord<>(INPUT, "key", "value"));
            }
        }
    }

    private static void awaitCount(String bootstrapServers) {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "group.id", "warm-up-reader",
                        "group.protocol", "consumer",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(OUTPUT));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            String last = String.valueOf(RECORDS);
            while (System.nanoTime() - deadline < 0) {
                for (var counted : consumer.poll(POLL)) {
                    if (counted.value().equals(last)) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("nothing was counted within " + PATIENCE);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

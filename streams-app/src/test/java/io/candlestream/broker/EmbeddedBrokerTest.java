package io.candlestream.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final String TOPIC = "candles";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path directory;

    @Nested
    class WhenRunning {

        @Test
        void servesTransactionsAndKeepsThemOverARestart() throws Exception {
            try (EmbeddedBroker broker = start(directory)) {
                createTopic(broker);
                sendInTransaction(broker, false, "aborted");
                sendInTransaction(broker, true, "first", "second");

                assertThat(readCommitted(broker, "second")).containsExactly("first", "second");
            }

            try (EmbeddedBroker broker = start(directory)) {
                sendInTransaction(broker, true, "third");

                assertThat(readCommitted(broker, "third")).containsExactly("third");
            }
        }

        @Test
        void standsBesideAnotherOne(@TempDir Path elsewhere) throws Exception {
            try (EmbeddedBroker one = start(directory);
                    EmbeddedBroker other = start(elsewhere)) {
                createTopic(one);

                assertThat(one.bootstrapServers()).isNotEqualTo(other.bootstrapServers());
                assertThat(topics(one)).containsExactly(TOPIC);
                assertThat(topics(other)).isEmpty();
            }
        }

        @Test
        void isFoundByItsDirectoryUntilItIsClosed() {
            assertThat(EmbeddedBroker.findAddress(directory)).isEmpty();

            EmbeddedBroker broker = start(directory);
            try (broker) {
                assertThat(EmbeddedBroker.findAddress(directory))
                        .contains(broker.bootstrapServers());
                assertThatThrownBy(() -> start(directory))
                        .isInstanceOf(BrokerRefusedException.class)
                        .hasMessageContaining(directory.toString())
                        .hasMessageContaining(
                                "this process already runs a broker there, at "
                                        + broker.bootstrapServers());
            }
            broker.close();

            assertThat(EmbeddedBroker.findAddress(directory)).isEmpty();
        }

        @Test
        void formatsWhatAKilledProcessHadOnlyMarked() throws Exception {
            new RunningBroker(1, 1, "127.0.0.1:1").write(directory);
            Files.writeString(directory.resolve("bootstrap.checkpoint"), "half");

            try (EmbeddedBroker broker = start(directory)) {
                assertThat(topics(broker)).isEmpty();
            }
        }
    }

    @Nested
    class Refuses {

        @Test
        void aPortThatIsTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                int port = taken.getLocalPort();

                assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerOptions(directory, port)))
                        .isInstanceOf(BrokerRefusedException.class)
                        .hasMessageContaining("cannot listen on 127.0.0.1:" + port)
                        .hasMessageContaining("choose another port");
                assertThat(directory).isEmptyDirectory();
            }
        }

        @Test
        void aPortOutOfRange() {
            assertThatThrownBy(() -> new BrokerOptions(directory, 65_536))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("port must be from 0 (any free one) to 65535, was 65536");
        }

        @Test
        void aDirectoryWithForeignContent() throws IOException {
            for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
                Files.createFile(directory.resolve(name));
            }

            assertThatThrownBy(() -> start(directory))
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasMessage(
                            "the broker's data directory must be empty or made by candlestream, but "
                                    + directory
                                    + " holds a.csv, b.csv, c.csv, ...");
        }

        @Test
        void aFile() throws IOException {
            Path file = Files.createFile(directory.resolve("file"));

            assertThatThrownBy(() -> start(file))
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasMessage("the broker's data directory " + file + " is not a directory");
        }
    }

    private static EmbeddedBroker start(Path directory) {
        return EmbeddedBroker.start(BrokerOptions.onFreePort(directory));
    }

    private static Map<String, Object> connection(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(connection(broker))) {
            NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static Set<String> topics(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(connection(broker))) {
            return admin.listTopics().names().get();
        }
    }

    private static void sendInTransaction(EmbeddedBroker broker, boolean commit, String... values) {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
        try (Producer<String, String> producer =
                new KafkaProducer<>(
                        configuration, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                var _ = producer.send(new ProducerRecord<>(TOPIC, value));
            }
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    /// What the group has not read yet, up to the expected last value.
    private static List<String> readCommitted(EmbeddedBroker broker, String last) {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "test",
                        "group.protocol", "consumer",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!values.contains(last) && Instant.now().isBefore(deadline)) {
                consumer.poll(POLL).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}

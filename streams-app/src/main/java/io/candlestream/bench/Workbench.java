package io.candlestream.bench;

import com.sun.management.OperatingSystemMXBean;
import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.feed.FeedProducer;
import io.candlestream.feed.FileFeed;
import io.candlestream.feed.Pace;
import io.candlestream.feed.PaceClock;
import io.candlestream.history.CandleSource;
import io.candlestream.schema.Candle;
import io.candlestream.settings.Settings;
import io.candlestream.topology.InputProgress;
import io.candlestream.topology.LearnerStreams;
import io.candlestream.wire.TopicCreation;
import io.candlestream.wire.TopicLayout;
import io.candlestream.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RetriableException;

/// An embedded broker in a temporary folder, and everything the benchmarks do on it. All of it is
/// gone afterwards; it is reachable from this machine only.
final class Workbench implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MS = 50;

    private final Function<List<String>, Settings> configured;
    private final Path folder;
    private final EmbeddedBroker broker;
    private final Admin admin;

    private Workbench(
            Function<List<String>, Settings> configured, Path folder, EmbeddedBroker broker) {
        this.configured = configured;
        this.folder = folder;
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /// Starts the broker.
    ///
    /// @param configured the user's settings under further overrides
    static Workbench open(Function<List<String>, Settings> configured) {
        try {
            Path folder = Files.createTempDirectory("candlestream-bench");
            return new Workbench(
                    configured,
                    folder,
                    EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker"))));
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder must be writable", e);
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /// The user's settings for one application on this broker.
    ///
    /// @param overrides `key=value`
    Settings settings(String prefix, String applicationId, String... overrides) {
        List<String> all = new ArrayList<>(List.of(overrides));
        all.add("topics.prefix=" + prefix);
        all.add("topics.replication-factor=1");
        all.add("application-id=" + applicationId);
        all.add("data-dir=" + folder.resolve(applicationId));
        all.add("bootstrap-servers=" + bootstrapServers());
        return configured.apply(all);
    }

    /// Makes the topics that are missing, and waits until the broker knows them.
    void createTopics(String prefix, int partitions) throws InterruptedException {
        TopicCreation creation = new TopicCreation(admin, new TopicLayout(prefix, partitions, 1));
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        boolean isKnown = false;
        while (!isKnown) {
            try {
                creation.createMissing();
                isKnown = true;
            } catch (RetriableException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    /// Publishes a source at full speed to topics that are made where they are missing.
    void publish(Settings settings, CandleSource source) throws InterruptedException {
        createTopics(settings.topics().prefix(), settings.topics().partitions());
        try (Producer<String, Candle> producer =
                FeedProducer.create(
                        Map.of("bootstrap.servers", bootstrapServers()),
                        Topics.CANDLES.valueSerde().serializer())) {
            String topic = Topics.CANDLES.name(settings.topics().prefix());
            new FileFeed(producer, topic, Pace.parse("max"), PaceClock.SYSTEM)
                    .publish(source, _ -> {});
        }
    }

    /// Watches an application until it has committed `total` candles.
    ///
    /// @return what was seen from `from` candles on
    RateSamples watch(Settings settings, LearnerStreams streams, long from, long total)
            throws InterruptedException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        RateSamples samples = new RateSamples(from, total);
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try (InputProgress progress =
                new InputProgress(
                        bootstrapServers(), settings.topics().prefix(), settings.applicationId())) {
            while (!samples.add(
                    System.nanoTime(), system.getProcessCpuTime(), total - progress.lag())) {
                streams.failIfFailed();
                if (System.nanoTime() > end) {
                    throw new BenchmarkFailedException(
                            "%,d candles must be done within %s, were not"
                                    .formatted(total, LONGEST_WAIT));
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
        return samples;
    }

    /// Deletes an application's topics, but for the candles it read, and its local state.
    void clear(Settings settings) throws InterruptedException {
        String prefix = settings.topics().prefix();
        String input = Topics.CANDLES.name(prefix);
        delete(name ->
                !name.equals(input)
                        && (name.startsWith(prefix) || name.startsWith(settings.applicationId())));
        deleteFolder(settings.dataDir());
    }

    private void delete(Predicate<String> isUnwanted) throws InterruptedException {
        try {
            Set<String> unwanted = unwanted(isUnwanted);
            admin.deleteTopics(unwanted).all().get();
            while (!unwanted(isUnwanted).isEmpty()) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (ExecutionException e) {
            throw new BenchmarkFailedException("topics must be deletable", e);
        }
    }

    private Set<String> unwanted(Predicate<String> isUnwanted)
            throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream()
                .filter(isUnwanted)
                .collect(Collectors.toSet());
    }

    /// Deletes a folder with everything in it, where it is.
    static void deleteFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> contents = Files.walk(folder)) {
            for (Path file : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder must be deletable: " + folder, e);
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        deleteFolder(folder);
    }
}

package io.candlestream.cli;

import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.settings.Settings;
import io.candlestream.wire.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.server.common.MetadataVersion;

/// Looks at the broker the settings name, for a few seconds at most.
final class BrokerCheck {

    private static final String CHECK = "broker";
    private static final int CONNECT_MS = 2_000;
    private static final int ANSWER_MS = 5_000;
    private static final String METADATA_VERSION = "metadata.version";

    /// Since Kafka 4.2 brokers assign the tasks of Kafka Streams.
    private static final MetadataVersion OLDEST = MetadataVersion.IBP_4_2_IV0;

    private BrokerCheck() {}

    /// Looks at the cluster and its topics, or at the embedded broker's directory when no cluster
    /// is configured.
    static List<Finding> findings(Settings settings) throws InterruptedException {
        String bootstrapServers = settings.bootstrapServers();
        if (bootstrapServers == null) {
            return List.of(embedded(settings));
        }
        Optional<String> unreachable = unreachable(bootstrapServers);
        if (unreachable.isPresent()) {
            return List.of(
                    Finding.fail(
                            CHECK,
                            unreachable.get(),
                            "start the broker, or correct bootstrap-servers"));
        }
        return cluster(bootstrapServers, settings.topics().prefix());
    }

    private static Finding embedded(Settings settings) {
        String running =
                EmbeddedBroker.findAddress(settings.brokerDirectory())
                        .map(address -> ", running at " + address)
                        .orElse("");
        return Finding.ok(CHECK, "embedded, data in " + settings.brokerDirectory() + running);
    }

    /// A plain connection tells within moments what the Kafka client only tells after its timeouts.
    private static Optional<String> unreachable(String bootstrapServers) {
        List<String> faults = new ArrayList<>();
        for (String server : bootstrapServers.split(",", -1)) {
            int colon = server.lastIndexOf(':');
            String host = server.substring(0, colon);
            int port = Integer.parseInt(server.substring(colon + 1));
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
                return Optional.empty();
            } catch (IOException | IllegalArgumentException e) {
                faults.add("cannot connect to " + server + " (" + e.getMessage() + ')');
            }
        }
        return Optional.of(String.join("; ", faults));
    }

    private static List<Finding> cluster(String bootstrapServers, String prefix)
            throws InterruptedException {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "request.timeout.ms", ANSWER_MS,
                        "default.api.timeout.ms", ANSWER_MS);
        try (Admin admin = Admin.create(configuration)) {
            String id = admin.describeCluster().clusterId().get(ANSWER_MS, TimeUnit.MILLISECONDS);
            FeatureMetadata features =
                    admin.describeFeatures()
                            .featureMetadata()
                            .get(ANSWER_MS, TimeUnit.MILLISECONDS);
            Set<String> names = admin.listTopics().names().get(ANSWER_MS, TimeUnit.MILLISECONDS);
            return List.of(version(bootstrapServers, id, features), topics(names, prefix));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return List.of(
                    Finding.fail(
                            CHECK,
                            bootstrapServers + " does not answer as a Kafka broker: " + e,
                            "correct bootstrap-servers"));
        }
    }

    private static Finding version(String servers, String clusterId, FeatureMetadata features) {
        FinalizedVersionRange range = features.finalizedFeatures().get(METADATA_VERSION);
        short level = range == null ? 0 : range.maxVersionLevel();
        String found = "%s, cluster %s, %s".formatted(servers, clusterId, name(level));
        return level < OLDEST.featureLevel()
                ? Finding.fail(CHECK, found, "upgrade the brokers to Kafka 4.2 or later")
                : Finding.ok(CHECK, found);
    }

    private static String name(short level) {
        try {
            return "Kafka " + MetadataVersion.fromFeatureLevel(level).version();
        } catch (IllegalArgumentException _) {
            return METADATA_VERSION + ' ' + level;
        }
    }

    private static Finding topics(Set<String> names, String prefix) {
        List<String> missing =
                Topics.ALL.stream()
                        .map(topic -> topic.name(prefix))
                        .filter(topic -> !names.contains(topic))
                        .toList();
        return missing.isEmpty()
                ? Finding.ok("topics", "all " + Topics.ALL.size() + " exist")
                : Finding.warn(
                        "topics",
                        "missing: " + String.join(", ", missing),
                        "nothing: serve makes them when it starts");
    }
}

package io.candlestream.service;

import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.topology.InputProgress;
import io.candlestream.topology.LearnerStreams;
import io.candlestream.topology.LearnerTopology;
import io.candlestream.topology.MessagePlan;
import io.candlestream.topology.StreamsProperties;
import io.candlestream.wire.TopicCreation;
import io.candlestream.wire.TopicLayout;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/// One instance of the service: it has a cluster, makes the topics that are missing and runs the
/// topology.
public final class Service implements AutoCloseable {

    private final Settings settings;
    private final Cluster cluster;
    private final LearnerStreams streams;

    private Service(Settings settings, Cluster cluster, LearnerStreams streams) {
        this.settings = settings;
        this.cluster = cluster;
        this.streams = streams;
    }

    /// Starts an instance; returns when the topology has been started, which may be before it runs.
    ///
    /// @throws io.candlestream.broker.BrokerRefusedException when an embedded broker cannot be
    ///   started
    /// @throws io.candlestream.settings.SettingsException when the settings make no learner
    /// @throws org.apache.kafka.common.KafkaException when the cluster refuses or cannot be reached
    public static Service start(Settings settings) {
        ConfiguredLearners learners = new ConfiguredLearners(settings);
        Cluster cluster = Cluster.findOrStart(settings);
        try {
            createTopics(settings, cluster.bootstrapServers());
            LearnerTopology topology =
                    new LearnerTopology(
                            learners,
                            settings.topics().prefix(),
                            settings.streams().liveSeries(),
                            new MessagePlan(
                                    settings.learner().metricsEvery(),
                                    settings.learner().snapshotEvery(),
                                    settings.learner().contributions()),
                            InstantSource.system(),
                            learners.signals().names());
            LearnerStreams streams =
                    LearnerStreams.start(
                            topology.build(),
                            streamsProperties(settings, cluster.bootstrapServers()).properties());
            return new Service(settings, cluster, streams);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /// Makes the topics that the cluster does not have yet.
    ///
    /// @throws org.apache.kafka.common.KafkaException when the cluster refuses or cannot be reached
    public static void createTopics(Settings settings, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicCreation(
                            admin,
                            new TopicLayout(
                                    settings.topics().prefix(),
                                    settings.topics().partitions(),
                                    settings.topics().replicationFactor()))
                    .createMissing();
        }
    }

    /// @return where the cluster is
    public Cluster cluster() {
        return cluster;
    }

    /// @return the running topology
    public LearnerStreams streams() {
        return streams;
    }

    /// @return a new view of how far the topology has come; closed by the caller
    public InputProgress progress() {
        return new InputProgress(
                cluster.bootstrapServers(), settings.topics().prefix(), settings.applicationId());
    }

    /// Stops the topology cleanly and then the broker, where it is this process's own.
    @Override
    public void close() {
        streams.close();
        cluster.close();
    }

    /// How the settings have a topology run on a cluster.
    public static StreamsProperties streamsProperties(Settings settings, String bootstrapServers) {
        return new StreamsProperties(
                settings.applicationId(),
                bootstrapServers,
                settings.stateDirectory(),
                settings.streams().threads(),
                settings.streams().commitIntervalMs(),
                settings.topics().replicationFactor(),
                settings.streams().standbyReplicas(),
                settings.streams().properties());
    }
}

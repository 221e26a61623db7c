package io.candlestream.broker;

import java.nio.file.Path;
import java.util.Properties;

/// The Kafka configuration of the embedded broker: a single node, small, that keeps what it is
/// given.
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String BROKER = "BROKER";
    static final String CONTROLLER = "CONTROLLER";

    /// A rejection carries up to 4 MiB of what was refused, and its own fields.
    private static final int LARGEST_MESSAGE_BYTES = 5 << 20;

    private static final int MEBIBYTE = 1 << 20;

    private BrokerProperties() {}

    /// The whole configuration of a node.
    ///
    /// @param directory where it keeps its data
    /// @param brokerPort where clients connect
    /// @param controllerPort where the node talks to itself
    static Properties of(Path directory, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        addNode(properties, directory, brokerPort, controllerPort);
        addSingleReplica(properties);
        addRetention(properties);
        addFootprint(properties);
        return properties;
    }

    private static void addNode(
            Properties properties, Path directory, int brokerPort, int controllerPort) {
        String broker = ListenSockets.HOST + ':' + brokerPort;
        String controller = ListenSockets.HOST + ':' + controllerPort;
        set(properties, "process.roles", "broker,controller");
        set(properties, "node.id", NODE_ID);
        set(properties, "log.dirs", directory.toString());
        set(
                properties,
                "listeners",
                BROKER + "://" + broker + ',' + CONTROLLER + "://" + controller);
        set(properties, "advertised.listeners", BROKER + "://" + broker);
        set(
                properties,
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        set(properties, "inter.broker.listener.name", BROKER);
        set(properties, "controller.listener.names", CONTROLLER);
        set(properties, "controller.quorum.voters", NODE_ID + "@" + controller);
        set(properties, "auto.create.topics.enable", false);
        set(properties, "message.max.bytes", LARGEST_MESSAGE_BYTES);
        // After a kill, the restarted node must wait until its former self is given up for dead.
        set(properties, "broker.session.timeout.ms", 3_000);
        set(properties, "broker.heartbeat.interval.ms", 500);
        set(properties, "group.initial.rebalance.delay.ms", 0);
        addRecovery(properties);
    }

    /// A service that was killed holds its tasks and an open transaction until both are given up
    /// for dead. The defaults are made for networks; here everything is on one machine.
    private static void addRecovery(Properties properties) {
        set(properties, "group.streams.min.heartbeat.interval.ms", 500);
        set(properties, "group.streams.heartbeat.interval.ms", 1_000);
        set(properties, "group.streams.min.session.timeout.ms", 3_000);
        set(properties, "group.streams.session.timeout.ms", 5_000);
        set(properties, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 1_000);
    }

    private static void addSingleReplica(Properties properties) {
        set(properties, "default.replication.factor", 1);
        set(properties, "min.insync.replicas", 1);
        set(properties, "offsets.topic.replication.factor", 1);
        set(properties, "offsets.topic.num.partitions", 1);
        set(properties, "transaction.state.log.replication.factor", 1);
        set(properties, "transaction.state.log.min.isr", 1);
        set(properties, "transaction.state.log.num.partitions", 1);
        set(properties, "share.coordinator.state.topic.replication.factor", 1);
        set(properties, "share.coordinator.state.topic.min.isr", 1);
        set(properties, "share.coordinator.state.topic.num.partitions", 1);
    }

    /// Record timestamps are event time: years of candles arrive within a second. Judged by the
    /// clock they would be deleted as old or refused as early, and a new segment file would begin
    /// every seven days of candles. A service that was off for weeks must find its offsets again.
    private static void addRetention(Properties properties) {
        set(properties, "log.retention.ms", -1);
        set(properties, "log.roll.ms", Long.MAX_VALUE);
        set(properties, "log.message.timestamp.after.max.ms", Long.MAX_VALUE);
        set(properties, "offsets.retention.minutes", Integer.MAX_VALUE);
    }

    /// The broker shares a process and its heap with a service: few threads, small buffers, and
    /// segments small enough that compacted topics are compacted.
    private static void addFootprint(Properties properties) {
        set(properties, "num.network.threads", 2);
        set(properties, "num.io.threads", 4);
        set(properties, "background.threads", 2);
        set(properties, "log.segment.bytes", 64 * MEBIBYTE);
        set(properties, "log.cleaner.dedupe.buffer.size", 4 * MEBIBYTE);
        set(properties, "log.cleaner.io.buffer.size", MEBIBYTE / 4);
        // Nobody reads the broker's own metrics over JMX; registering them takes time and memory.
        set(properties, "metric.reporters", "");
    }

    /// Kafka reads text into whatever type a key has; a number it takes only in the exact type.
    private static void set(Properties properties, String key, Object value) {
        properties.setProperty(key, String.valueOf(value));
    }
}

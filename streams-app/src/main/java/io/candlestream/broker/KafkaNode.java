package io.candlestream.broker;

import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.fault.ProcessTerminatingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Kafka node that is broker and controller at once.
///
/// It is put together from the parts of [kafka.server.KafkaRaftServer], and as that class does it,
/// but for two things: the sockets come from outside, already bound, and a failed start is an
/// exception and not the end of the process. Not thread-safe.
final class KafkaNode {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    private final ControllerServer controller;
    private final BrokerServer broker;

    /// A node that has not started.
    ///
    /// @param properties as [BrokerProperties] makes them, for a formatted directory
    /// @param sockets gives each listener its socket
    KafkaNode(Properties properties, ServerSocketFactory sockets) {
        KafkaConfig config = KafkaConfig.fromProps(properties);
        var logDirectories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        MetaPropertiesEnsemble meta = logDirectories._1();
        BootstrapMetadata bootstrap = logDirectories._2();
        QuorumConfig quorum = config.quorumConfig();
        SharedServer shared =
                new SharedServer(
                        config,
                        meta,
                        Time.SYSTEM,
                        Server.initializeMetrics(
                                config, Time.SYSTEM, meta.clusterId().orElseThrow()),
                        CompletableFuture.completedFuture(
                                QuorumConfig.parseVoterConnections(quorum.voters())),
                        QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                        KafkaNode::faultHandler,
                        sockets);
        this.broker = new BrokerServer(shared);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
    }

    /// Starts the node and waits until it serves clients. A node that fails to start is stopped.
    void start() {
        boolean started = false;
        try {
            controller.startup();
            broker.startup();
            started = true;
        } finally {
            if (!started) {
                stop();
            }
        }
    }

    /// Stops the node, whatever part of it runs, and waits until it is down. The broker goes first:
    /// it says good-bye to the controller.
    void stop() {
        broker.shutdown();
        // The controller closes this channel twice, and the channel then logs a warning. The first
        // time is enough.
        controller.registrationChannelManager_$eq(null);
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /// A fatal fault in a running node ends the process, since none of its data can be trusted to
    /// be served any more. While the controller starts, the same fault is thrown to the caller.
    private static FaultHandler faultHandler(String name, boolean fatal, Runnable action) {
        if (fatal && !name.equals("controller startup")) {
            return new ProcessTerminatingFaultHandler.Builder().setAction(action).build();
        }
        return new LoggingFaultHandler(name, action);
    }
}

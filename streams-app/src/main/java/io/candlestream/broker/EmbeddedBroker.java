package io.candlestream.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// A running Kafka broker in this process, reachable from this machine only.
///
/// Its directory keeps topics, offsets and transactions over restarts, also after the process was
/// killed. The port may be another one each time. One directory serves one broker at a time;
/// several brokers with directories of their own may run side by side. Safe for use by several
/// threads.
public final class EmbeddedBroker implements AutoCloseable {

    private final BrokerDirectory directory;
    private final ListenSockets sockets;
    private final KafkaNode node;
    private boolean closed;

    private EmbeddedBroker(BrokerDirectory directory, ListenSockets sockets, KafkaNode node) {
        this.directory = directory;
        this.sockets = sockets;
        this.node = node;
    }

    /// Starts a broker and returns when it serves clients.
    ///
    /// @throws BrokerRefusedException when the directory or the port cannot be used
    public static EmbeddedBroker start(BrokerOptions options) {
        BrokerDirectory directory = BrokerDirectory.open(options.dataDirectory());
        ListenSockets sockets = ListenSockets.bind(options.port());
        boolean started = false;
        try {
            directory.hold(address(sockets));
            KafkaNode node =
                    new KafkaNode(
                            BrokerProperties.of(
                                    directory.path(),
                                    sockets.brokerPort(),
                                    sockets.controllerPort()),
                            sockets);
            node.start();
            started = true;
            return new EmbeddedBroker(directory, sockets, node);
        } finally {
            if (!started) {
                sockets.close();
                directory.release();
            }
        }
    }

    /// Finds the broker that a live process, this one or another, runs in a directory.
    ///
    /// @param dataDirectory the broker's own directory; it need not exist
    /// @return host and port, or nothing when no broker runs there
    /// @throws UncheckedIOException when the directory cannot be read
    public static Optional<String> findAddress(Path dataDirectory) {
        try {
            return Optional.of(RunningBroker.read(dataDirectory))
                    .filter(RunningBroker::isAlive)
                    .map(RunningBroker::address);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + dataDirectory, e);
        }
    }

    /// Where clients connect: host and port, a value for `bootstrap.servers`.
    public String bootstrapServers() {
        return address(sockets);
    }

    /// Stops the broker and waits until its files are closed. Clients must be closed before. Does
    /// nothing the second time.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        node.stop();
        sockets.close();
        directory.release();
    }

    private static String address(ListenSockets sockets) {
        return ListenSockets.HOST + ':' + sockets.brokerPort();
    }
}

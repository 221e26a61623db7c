package io.candlestream.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.server.ServerSocketFactory;

/// The two sockets of a node, bound to the loopback address before the node starts, and handed to
/// it when it asks for its listeners.
///
/// A node must know the port of its controller before it starts. A port that is only looked up and
/// bound later can be taken by anyone in between; one that is bound cannot.
final class ListenSockets implements ServerSocketFactory, AutoCloseable {

    /// Where the broker listens, and nowhere else: a broker without authentication must not be
    /// reachable from another machine.
    static final String HOST = "127.0.0.1";

    private static final int BACKLOG = 50;

    private final ServerSocketChannel broker;
    private final ServerSocketChannel controller;
    private final Map<String, ServerSocketChannel> unclaimed = new ConcurrentHashMap<>();

    private ListenSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
        this.broker = broker;
        this.controller = controller;
        unclaimed.put(BrokerProperties.BROKER, broker);
        unclaimed.put(BrokerProperties.CONTROLLER, controller);
    }

    /// Binds both sockets.
    ///
    /// @param brokerPort port for clients, or 0 for any free one
    /// @throws BrokerRefusedException when the port cannot be had
    static ListenSockets bind(int brokerPort) {
        ServerSocketChannel broker = open(brokerPort);
        try {
            return new ListenSockets(broker, open(0));
        } catch (RuntimeException e) {
            closed(broker);
            throw e;
        }
    }

    int brokerPort() {
        return broker.socket().getLocalPort();
    }

    int controllerPort() {
        return controller.socket().getLocalPort();
    }

    /// Hands out the socket of a listener, once.
    @Override
    public ServerSocketChannel openServerSocket(
            String listenerName, InetSocketAddress address, int backlog, int receiveBufferBytes) {
        ServerSocketChannel channel =
                unclaimed.remove(ListenerName.normalised(listenerName).value());
        if (channel == null) {
            throw new IllegalStateException("no socket is left for the listener " + listenerName);
        }
        return channel;
    }

    /// Closes both sockets, also those a node that failed to start left open.
    @Override
    public void close() {
        closed(broker);
        closed(controller);
    }

    private static ServerSocketChannel open(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.bind(address, BACKLOG);
                return channel;
            } catch (IOException e) {
                closed(channel);
                throw e;
            }
        } catch (BindException e) {
            throw new BrokerRefusedException(
                    "the broker cannot listen on "
                            + HOST
                            + ':'
                            + port
                            + " ("
                            + e.getMessage()
                            + "); choose another port, or 0 for any free one",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a socket on " + HOST, e);
        }
    }

    private static void closed(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a listening socket", e);
        }
    }
}

package io.candlestream.venue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A server of HTTP and WebSocket (RFC 6455) on one free loopback port, small enough to misbehave
/// in every way a test asks for.
public final class StubServer implements AutoCloseable {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// What the server says.
    public interface Script {

        /// @return the status of a handshake, 101 to accept, and more headers
        default Response handshake() {
            return new Response(101, "", Map.of());
        }

        /// A client is connected.
        default void opened(StubSocket socket) throws IOException {}

        /// A client has sent a text.
        void received(StubSocket socket, String text) throws IOException;

        /// A client has answered a ping.
        default void ponged(byte[] payload) {}

        /// @param target path and query
        Response rest(String target);
    }

    /// An answer of HTTP.
    ///
    /// @param headers more headers, Date among them
    public record Response(int status, String body, Map<String, String> headers) {

        /// An answer cut off in the middle of its body.
        static final String CUT = "X-Cut";

        static Response ok(String body) {
            return new Response(200, body, Map.of());
        }
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private StubServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    /// Starts on a free port.
    public static StubServer start(Script script) {
        try {
            var server =
                    new StubServer(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String webSocket() {
        return "ws://localhost:" + listener.getLocalPort() + "/ws";
    }

    public String rest() {
        return "http://localhost:" + listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (true) {
                String target = line(in);
                if (target.isEmpty()) {
                    return;
                }
                Map<String, String> headers = headers(in);
                String key = headers.get("sec-websocket-key");
                if (key == null) {
                    if (!answer(socket.getOutputStream(), script.rest(target.split(" ", -1)[1]))) {
                        return;
                    }
                } else {
                    converse(socket, in, key);
                    return;
                }
            }
        } catch (IOException _) {
            // The other side has gone, or this one on purpose.
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket, DataInputStream in, String key) throws IOException {
        Response handshake = script.handshake();
        if (handshake.status() != 101) {
            answer(socket.getOutputStream(), handshake);
            return;
        }
        var stub = new StubSocket(socket);
        stub.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: "
                                + accept(key)
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        script.opened(stub);
        while (read(in, stub)) {}
    }

    /// @return false after a close frame
    private boolean read(DataInputStream in, StubSocket stub) throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        switch (opcode) {
            case 1 -> script.received(stub, new String(payload, StandardCharsets.UTF_8));
            case 8 -> {
                stub.close(1000);
                return false;
            }
            case 10 -> script.ponged(payload);
            default -> {}
        }
        return true;
    }

    private static boolean answer(OutputStream out, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(response.status()).append(" x\r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        boolean isCut = response.headers().containsKey(Response.CUT);
        out.write(body, 0, isCut ? body.length / 2 : body.length);
        out.flush();
        return !isCut;
    }

    private static Map<String, String> headers(DataInputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The server's end of a WebSocket. Safe for use by several threads.
    public static final class StubSocket {

        private final Socket socket;
        private final @Nullable OutputStream out;

        StubSocket(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        public void text(String text) throws IOException {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        /// Sends a text in two frames with a ping between them.
        public void inPieces(String text) throws IOException {
            byte[] all = text.getBytes(StandardCharsets.UTF_8);
            int half = all.length / 2;
            frame(0x01, java.util.Arrays.copyOf(all, half));
            ping("between");
            frame(0x80, java.util.Arrays.copyOfRange(all, half, all.length));
        }

        public void ping(String payload) throws IOException {
            frame(0x89, payload.getBytes(StandardCharsets.US_ASCII));
        }

        /// Sends half of a frame and cuts the connection.
        public void half(String text) throws IOException {
            byte[] all = text.getBytes(StandardCharsets.US_ASCII);
            write(
                    new byte[] {
                        (byte) 0x81, (byte) 126, (byte) (all.length >> 8), (byte) all.length
                    });
            write(java.util.Arrays.copyOf(all, all.length / 2));
            abort();
        }

        public void close(int code) throws IOException {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        public void abort() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public boolean isClosed() {
            return socket.isClosed();
        }

        private void frame(int first, byte[] payload) throws IOException {
            byte[] head =
                    payload.length < 126
                            ? new byte[] {(byte) first, (byte) payload.length}
                            : payload.length < 65_536
                                    ? new byte[] {
                                        (byte) first,
                                        126,
                                        (byte) (payload.length >> 8),
                                        (byte) payload.length
                                    }
                                    : new byte[] {
                                        (byte) first,
                                        127,
                                        0,
                                        0,
                                        0,
                                        0,
                                        (byte) (payload.length >> 24),
                                        (byte) (payload.length >> 16),
                                        (byte) (payload.length >> 8),
                                        (byte) payload.length
                                    };
            byte[] whole = java.util.Arrays.copyOf(head, head.length + payload.length);
            System.arraycopy(payload, 0, whole, head.length, payload.length);
            write(whole);
        }

        synchronized void write(byte[] bytes) throws IOException {
            java.util.Objects.requireNonNull(out).write(bytes);
            out.flush();
        }
    }
}

package io.candlestream.venue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One connection to a venue's stream. Everything it hears goes to the feed's thread, which takes
/// frames one by one: for each it has taken it asks for one more, so what waits is bounded and a
/// slow feed slows the venue down.
///
/// A ping is answered by the JDK, as long as more frames are asked for; a frame in pieces is put
/// together here. Ends once, whatever the network does: the first end is told, none after it.
final class Link implements WebSocket.Listener {

    private static final int FRAMES_AHEAD = 64;
    private static final int LONGEST_FRAME = 16 * 1024 * 1024;
    private static final int GOING_AWAY = 1001;

    private final String venue;
    private final Consumer<FeedInput> inputs;
    private final LongSupplier clock;
    private final StringBuilder pieces = new StringBuilder();

    private volatile @Nullable WebSocket socket;
    private volatile boolean isEnded;
    private volatile long heardMs;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    /// @param clock milliseconds since some fixed moment
    Link(String venue, Consumer<FeedInput> inputs, LongSupplier clock) {
        this.venue = venue;
        this.inputs = inputs;
        this.clock = clock;
        this.heardMs = clock.getAsLong();
    }

    /// Begins to connect, and tells of the end of it later.
    void connect(HttpClient client, URI address, long timeoutMs) {
        var _ =
                client.newWebSocketBuilder()
                        .connectTimeout(Duration.ofMillis(timeoutMs))
                        .buildAsync(address, this)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                refused(failure);
                            }
                        });
    }

    /// Sends after what was sent before.
    synchronized void send(String text) {
        WebSocket open = socket;
        if (open != null) {
            sent =
                    sent.thenCompose(_ -> open.sendText(text, true))
                            .whenComplete((_, failure) -> {
                                if (failure != null) {
                                    end("could not be written to: " + failure.getMessage());
                                }
                            });
        }
    }

    /// Asks for one more frame.
    void more() {
        WebSocket open = socket;
        if (open != null) {
            open.request(1);
        }
    }

    /// Says good-bye and hears no more.
    void close() {
        isEnded = true;
        WebSocket open = socket;
        if (open != null) {
            var _ =
                    open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .whenComplete((_, _) -> open.abort());
        }
    }

    /// Ends without a word.
    void abort() {
        isEnded = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /// @return when the last frame of any kind came, by the clock
    long heardMs() {
        return heardMs;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        heard();
        inputs.accept(new FeedInput.Opened(this));
        opened.request(FRAMES_AHEAD);
        if (isEnded) {
            opened.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        heard();
        pieces.append(data);
        if (pieces.length() > LONGEST_FRAME) {
            from.abort();
            end("sent a frame of more than " + LONGEST_FRAME + " characters");
        } else if (isLast) {
            String text = pieces.toString();
            pieces.setLength(0);
            if (!isEnded) {
                inputs.accept(new FeedInput.Text(this, text));
            }
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean isLast) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end(
                (status == GOING_AWAY ? "is going away" : "was closed")
                        + " by the venue with code "
                        + status
                        + (reason.isEmpty() ? "" : ", " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("failed: " + error);
    }

    private void heard() {
        heardMs = clock.getAsLong();
    }

    private synchronized void end(String why) {
        if (!isEnded) {
            isEnded = true;
            inputs.accept(new FeedInput.Lost(this, why, null));
        }
    }

    private void refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (isEnded) {
            return;
        }
        isEnded = true;
        if (cause instanceof WebSocketHandshakeException refusal && refusal.getResponse() != null) {
            int status = refusal.getResponse().statusCode();
            long retryMs =
                    RetryAfter.millis(
                            refusal.getResponse().headers(),
                            RetryAfter.dateMs(refusal.getResponse().headers()));
            VenueFault fault = VenueReader.refusal(venue, status, retryMs);
            inputs.accept(new FeedInput.Lost(this, fault.message(), fault));
        } else {
            inputs.accept(new FeedInput.Lost(this, "could not be made: " + cause, null));
        }
    }
}

package io.candlestream.venue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A connection from its first attempt on: what must still be sent on it, and whether it is alive.
///
/// Not thread-safe: owned by the feed's thread. Times are those of the elapsed clock.
final class Session {

    private final Link link;
    private final VenueOptions options;
    private final @Nullable String keepAlive;
    private final Queue<String> outbox = new ArrayDeque<>();
    private final long startedMs;
    private boolean isOpen;
    private boolean isSubscribed;
    private long openedMs;
    private long sendNextMs;
    private long keepAliveNextMs;

    Session(Link link, VenueOptions options, @Nullable String keepAlive, long nowMs) {
        this.link = link;
        this.options = options;
        this.keepAlive = keepAlive;
        this.startedMs = nowMs;
    }

    Link link() {
        return link;
    }

    void opened(List<String> subscriptions, long nowMs) {
        isOpen = true;
        openedMs = nowMs;
        keepAliveNextMs = nowMs + options.get(VenueOption.KEEP_ALIVE_MS);
        outbox.addAll(subscriptions);
    }

    /// @return whether it was the first word of acceptance
    boolean subscribed() {
        boolean isFirst = !isSubscribed;
        isSubscribed = true;
        return isFirst;
    }

    boolean isSubscribed() {
        return isSubscribed;
    }

    /// One message at a time: venues count them.
    void send(long nowMs) {
        if (!isOpen || nowMs < sendNextMs) {
            return;
        }
        if (keepAlive != null && nowMs >= keepAliveNextMs) {
            outbox.add(keepAlive);
            keepAliveNextMs = nowMs + options.get(VenueOption.KEEP_ALIVE_MS);
        }
        String message = outbox.poll();
        if (message != null) {
            link.send(message);
            sendNextMs = nowMs + options.get(VenueOption.SEND_GAP_MS);
        }
    }

    /// @return why the connection counts as dead, or null while it lives
    @Nullable String fault(long nowMs) {
        if (!isOpen) {
            long limitMs = 2 * options.get(VenueOption.CONNECT_MS);
            return nowMs - startedMs > limitMs ? "was not made in " + limitMs + " ms" : null;
        }
        if (nowMs - link.heardMs() > options.get(VenueOption.SILENCE_MS)) {
            return "was silent for " + (nowMs - link.heardMs()) + " ms";
        }
        if (!isSubscribed && nowMs - openedMs > options.get(VenueOption.ACK_MS)) {
            return "got no answer to its subscription in " + (nowMs - openedMs) + " ms";
        }
        return null;
    }

    boolean isOld(long nowMs) {
        return isOpen && nowMs - openedMs > options.get(VenueOption.ROTATE_AFTER_MS);
    }
}

package io.candlestream.venue;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a feed connected: the session in use, and while that is being replaced, the next one.
///
/// A lost connection is made again after a wait that grows; never given up. One that is old, or
/// that the venue will end, is replaced: the new one is subscribed first, then the old one goes.
///
/// Not thread-safe: owned by the feed's thread.
final class Sessions {

    private final Venue venue;
    private final VenueOptions options;
    private final HttpClient client;
    private final Consumer<FeedInput> inputs;
    private final VenueTime time;
    private final Supplier<List<String>> subscriptions;
    private final Backoff backoff;

    private @Nullable Session current;
    private @Nullable Session next;
    private long connectNextMs = Long.MIN_VALUE;
    private long reconnects;

    Sessions(
            Venue venue,
            VenueOptions options,
            HttpClient client,
            Consumer<FeedInput> inputs,
            VenueTime time,
            Supplier<List<String>> subscriptions) {
        this.venue = venue;
        this.options = options;
        this.client = client;
        this.inputs = inputs;
        this.time = time;
        this.subscriptions = subscriptions;
        this.backoff =
                new Backoff(
                        venue.name().hashCode(),
                        options.get(VenueOption.FIRST_BACKOFF_MS),
                        options.get(VenueOption.LONGEST_BACKOFF_MS));
    }

    /// Does what is due. @return why a connection was just given up, or null
    @Nullable String tick() {
        long nowMs = time.elapsedMs().getAsLong();
        if (current == null && nowMs >= connectNextMs) {
            current = connect(nowMs);
        }
        if (current != null && next == null && current.isOld(nowMs)) {
            next = connect(nowMs);
        }
        String spare = next == null ? null : next.fault(nowMs);
        if (next != null && spare != null) {
            lost(next.link(), 0);
        }
        if (next != null) {
            next.send(nowMs);
        }
        if (current == null) {
            return null;
        }
        current.send(nowMs);
        String fault = current.fault(nowMs);
        if (fault != null) {
            lost(current.link(), 0);
        }
        return fault;
    }

    void opened(Link link) {
        Session session = session(link);
        if (session != null) {
            session.opened(subscriptions.get(), time.elapsedMs().getAsLong());
        }
    }

    /// The venue has accepted a subscription on this connection, or sent a candle on it.
    ///
    /// @return whether the feed is connected by it, for the first time or again
    boolean subscribed(Link link) {
        Session session = session(link);
        if (session == null || !session.subscribed()) {
            return false;
        }
        backoff.reset();
        if (session == next) {
            if (current != null) {
                current.link().close();
            }
            current = next;
            next = null;
        }
        return true;
    }

    /// Tells whether what comes from this connection counts.
    boolean isHeard(Link link) {
        return venue.closing() == Closing.FLAGGED
                ? session(link) != null
                : current != null && current.link() == link;
    }

    /// Tells whether what comes from this connection belongs to a session at all.
    boolean isOurs(Link link) {
        return session(link) != null;
    }

    /// A connection has ended, or must.
    ///
    /// @param waitMs how long the venue wants no new one, or 0
    /// @return whether the feed is without a connection now
    boolean lost(Link link, long waitMs) {
        link.abort();
        if (next != null && next.link() == link) {
            next = null;
            return false;
        }
        if (current == null || current.link() != link) {
            return false;
        }
        reconnects++;
        current = next;
        next = null;
        connectNextMs = time.elapsedMs().getAsLong() + Math.max(waitMs, backoff.next());
        return current == null;
    }

    /// The venue will end this connection: makes the next one.
    void leave(Link link) {
        if (current != null && current.link() == link && next == null) {
            next = connect(time.elapsedMs().getAsLong());
        }
    }

    boolean isConnected() {
        return current != null && current.isSubscribed();
    }

    long reconnects() {
        return reconnects;
    }

    void close() {
        if (current != null) {
            current.link().close();
        }
        if (next != null) {
            next.link().close();
        }
    }

    private Session connect(long nowMs) {
        Link link = new Link(venue.name(), inputs, time.elapsedMs());
        URI address = options.webSocket();
        link.connect(client, address, options.get(VenueOption.CONNECT_MS));
        return new Session(link, options, venue.keepAlive(), nowMs);
    }

    private @Nullable Session session(Link link) {
        if (current != null && current.link() == link) {
            return current;
        }
        return next != null && next.link() == link ? next : null;
    }
}

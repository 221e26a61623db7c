package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A feed that runs on its own thread against a stub venue, by the stub's clock.
final class FeedUnderTest implements AutoCloseable {

    final List<String> notices = new CopyOnWriteArrayList<>();
    final AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    final VenueFeed feed;
    private final Thread thread;

    FeedUnderTest(
            Dialect dialect,
            StubServer server,
            StubVenue stub,
            List<Series> series,
            Map<Series, Candle> last,
            CandleSink sink,
            UnaryOperator<VenueOptions> tuned) {
        Map<Series, @Nullable Candle> marks = new LinkedHashMap<>();
        series.forEach(one -> marks.put(one, last.get(one)));
        VenueOptions options =
                dialect.venue()
                        .defaults()
                        .with("websocket", server.webSocket())
                        .with("rest", server.rest())
                        .with(VenueOption.FIRST_BACKOFF_MS, 4)
                        .with(VenueOption.LONGEST_BACKOFF_MS, 50)
                        .with(VenueOption.REQUEST_GAP_MS, 1)
                        .with(VenueOption.SEND_GAP_MS, 1)
                        .with(VenueOption.WEIGHT_LIMIT, 0)
                        .with(VenueOption.SILENT_SERIES_MS, 1_000_000_000);
        feed =
                new VenueFeed(
                        dialect.venue(),
                        tuned.apply(options),
                        marks,
                        sink,
                        new VenueTime(
                                () -> Instant.ofEpochMilli(stub.wrongMs()),
                                () -> System.nanoTime() / 1_000_000),
                        notices::add);
        thread = Thread.ofPlatform().start(this::run);
    }

    private void run() {
        try {
            feed.run();
        } catch (InterruptedException _) {
            // As asked.
        } catch (RuntimeException e) {
            end.set(e);
        }
    }

    boolean isNoticed(String part) {
        return notices.stream().anyMatch(notice -> notice.contains(part));
    }

    boolean isLive() {
        return !feed.status().isEmpty()
                && feed.status().stream().allMatch(one -> one.state().equals("live"));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.candlestream.cli;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.feed.FeedProducer;
import io.candlestream.schema.Rejection;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.venue.HighWaterMark;
import io.candlestream.venue.SeriesStatus;
import io.candlestream.venue.TopicSink;
import io.candlestream.venue.Venue;
import io.candlestream.venue.VenueFeed;
import io.candlestream.venue.VenueOptions;
import io.candlestream.venue.VenueTime;
import io.candlestream.wire.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/// The feeds of one process, one for each venue, and what they have to say.
///
/// When one ends by itself, all end: whoever started the process should know.
final class LiveFeeds {

    private static final long QUIET_MS = 500;
    private static final int LINGER_MS = 0;

    private final Settings settings;
    private final Map<Venue, Set<Series>> series;
    private final Map<Venue, VenueOptions> options;
    private final int statusEverySeconds;
    private final Console console;
    private final AtomicReference<@Nullable RuntimeException> end = new AtomicReference<>();

    LiveFeeds(
            Settings settings,
            Map<Venue, Set<Series>> series,
            Map<Venue, VenueOptions> options,
            int statusEverySeconds,
            Console console) {
        this.settings = settings;
        this.series = series;
        this.options = options;
        this.statusEverySeconds = statusEverySeconds;
        this.console = console;
    }

    /// Feeds until the process is told to stop, or a feed cannot go on.
    ///
    /// @throws UsageException when there is no cluster to publish to
    /// @throws io.candlestream.venue.VenueException when a venue cannot be fed from
    void run() {
        String servers = Clusters.running(settings);
        Service.createTopics(settings, servers);
        String prefix = settings.topics().prefix();
        try (FeedInterrupt _ = FeedInterrupt.install();
                Producer<String, io.candlestream.schema.Candle> candles =
                        FeedProducer.create(
                                producer(servers), Topics.CANDLES.valueSerde().serializer());
                Producer<String, Rejection> rejections =
                        FeedProducer.create(
                                producer(servers), Topics.REJECTIONS.valueSerde().serializer())) {
            List<VenueFeed> feeds = new ArrayList<>();
            series.forEach((venue, wanted) -> {
                Map<Series, @Nullable Candle> marks = marks(servers, prefix, wanted);
                feeds.add(
                        new VenueFeed(
                                venue,
                                options.getOrDefault(venue, venue.defaults()),
                                marks,
                                new TopicSink(candles, rejections, prefix, InstantSource.system()),
                                VenueTime.system(),
                                this::say));
            });
            runAll(feeds);
            candles.flush();
        }
        RuntimeException failure = end.get();
        if (failure != null) {
            throw failure;
        }
    }

    /// However long the cluster is away, nothing is given up: what was sent stays in order.
    private static Map<String, Object> producer(String servers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Long.MAX_VALUE);
    }

    private Map<Series, @Nullable Candle> marks(String servers, String prefix, Set<Series> wanted) {
        Map<Series, Candle> found = HighWaterMark.read(servers, prefix, wanted, QUIET_MS);
        Map<Series, @Nullable Candle> marks = new LinkedHashMap<>();
        for (Series one : wanted) {
            Candle last = found.get(one);
            marks.put(one, last);
            say(
                    one
                            + (last == null
                                    ? ": the topic has none, begins now"
                                    : ": goes on after "
                                            + Instant.ofEpochMilli(last.openTimeMs())));
        }
        return marks;
    }

    private void runAll(List<VenueFeed> feeds) {
        Thread owner = Thread.currentThread();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            feeds.forEach(feed -> threads.execute(() -> run(feed, owner)));
            try {
                while (end.get() == null) {
                    Thread.sleep(statusEverySeconds * 1_000L);
                    feeds.forEach(feed -> feed.status().forEach(this::print));
                }
            } catch (InterruptedException _) {
                // Asked to stop, by the user or by a feed that has ended.
            }
            threads.shutdownNow();
        }
        feeds.forEach(feed -> feed.status().forEach(this::print));
    }

    private void run(VenueFeed feed, Thread owner) {
        try {
            feed.run();
        } catch (InterruptedException _) {
            // As asked.
        } catch (RuntimeException e) {
            if (end.compareAndSet(null, e)) {
                owner.interrupt();
            }
        }
    }

    private void print(SeriesStatus one) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s %s last=%s lag=%s accepted=%d duplicate=%d revision=%d malformed=%d"
                                + " hole-found=%d hole-filled=%d venue-hole=%d reconnects=%d%n",
                        one.series(),
                        one.state(),
                        one.lastOpenMs() < 0 ? "-" : Instant.ofEpochMilli(one.lastOpenMs()),
                        one.lagMs() < 0 ? "-" : one.lagMs() / 1_000 + "s",
                        one.counts().accepted(),
                        one.counts().duplicate(),
                        one.counts().revision(),
                        one.counts().malformed(),
                        one.counts().holeFound(),
                        one.counts().holeFilled(),
                        one.counts().venueHole(),
                        one.reconnects());
    }

    private void say(String text) {
        console.err().println(text);
    }
}

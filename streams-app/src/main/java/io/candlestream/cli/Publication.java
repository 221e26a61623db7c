package io.candlestream.cli;

import io.candlestream.feed.FeedProducer;
import io.candlestream.feed.FeedReport;
import io.candlestream.feed.FileFeed;
import io.candlestream.feed.Pace;
import io.candlestream.feed.PaceClock;
import io.candlestream.history.CandleSource;
import io.candlestream.schema.Candle;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.wire.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;

/// Publishing a source of candles to a cluster, as the feeds and the demo do.
final class Publication {

    private static final long PROGRESS_EVERY_NS = 5_000_000_000L;

    private Publication() {}

    /// Publishes to the cluster of the settings until the source ends or the process is told to
    /// stop, and says what was done.
    ///
    /// @throws UsageException when there is no cluster to publish to
    static void run(Settings settings, CandleSource source, Pace pace, Console console) {
        String servers = Clusters.running(settings);
        Service.createTopics(settings, servers);
        long started = System.nanoTime();
        try (FeedInterrupt _ = FeedInterrupt.install()) {
            FeedReport report =
                    publish(settings, servers, source, pace, progress(console, started));
            console.out()
                    .printf(
                            Locale.ROOT,
                            "published %,d candles in %.1f s, %,d bad rows%s%n",
                            report.published(),
                            (System.nanoTime() - started) / 1e9,
                            report.badRowCount(),
                            report.isComplete() ? "" : ", stopped before the end");
        }
    }

    static FeedReport publish(
            Settings settings,
            String servers,
            CandleSource source,
            Pace pace,
            LongConsumer progress) {
        try (Producer<String, Candle> producer =
                FeedProducer.create(
                        Map.of("bootstrap.servers", servers),
                        Topics.CANDLES.valueSerde().serializer())) {
            String topic = Topics.CANDLES.name(settings.topics().prefix());
            return new FileFeed(producer, topic, pace, PaceClock.SYSTEM).publish(source, progress);
        }
    }

    private static LongConsumer progress(Console console, long started) {
        long[] next = {started + PROGRESS_EVERY_NS};
        return count -> {
            if (System.nanoTime() >= next[0]) {
                next[0] += PROGRESS_EVERY_NS;
                console.err().printf(Locale.ROOT, "published %,d candles%n", count);
            }
        };
    }
}

package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.feed.FeedProducer;
import io.candlestream.feed.FeedReport;
import io.candlestream.feed.FileFeed;
import io.candlestream.feed.Pace;
import io.candlestream.feed.PaceClock;
import io.candlestream.feed.SignalFeed;
import io.candlestream.history.CandleSource;
import io.candlestream.history.SignalFiles;
import io.candlestream.schema.Candle;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.signal.Signal;
import io.candlestream.wire.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;

/// Publishing candles and signals to a cluster, as the feeds and the demo do.
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

    /// Publishes signals to the cluster of the settings, and says what was done.
    ///
    /// @throws UsageException when there is no cluster to publish to
    static void runSignals(
            Settings settings,
            SignalFiles files,
            Collection<Instrument> instruments,
            Console console) {
        String servers = Clusters.running(settings);
        Service.createTopics(settings, servers);
        List<Signal> signals = files.signalsFor(instruments);
        try (FeedInterrupt _ = FeedInterrupt.install()) {
            long published = publish(settings, servers, signals);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "published %,d signals of %,d instruments, %,d bad rows%s%n",
                            published,
                            instruments.size(),
                            files.badRowCount(),
                            published == signals.size() ? "" : ", stopped before the end");
        }
    }

    /// @return how many signals the cluster has
    static long publish(Settings settings, String servers, List<Signal> signals) {
        try (Producer<String, io.candlestream.schema.Signal> producer =
                FeedProducer.create(
                        Map.of("bootstrap.servers", servers),
                        Topics.SIGNALS.valueSerde().serializer())) {
            String topic = Topics.SIGNALS.name(settings.topics().prefix());
            return new SignalFeed(producer, topic).publish(signals);
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

package io.candlestream.bench;

import io.candlestream.feed.CandleMessage;
import io.candlestream.feed.FeedProducer;
import io.candlestream.history.CandleSource;
import io.candlestream.schema.Candle;
import io.candlestream.settings.Settings;
import io.candlestream.wire.Topics;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Publishes candles one by one at an even rate, each as soon as it is due.
///
/// A candle's time is when it was due, not when it was sent: a sender that is held up must not make
/// the stream look faster.
final class PacedFeed {

    static final int PER_SECOND = 1_000;

    private static final long PERIOD_NS = 1_000_000_000L / PER_SECOND;

    private PacedFeed() {}

    /// Publishes every candle of the source.
    ///
    /// @param due told when each candle is due, `System.nanoTime`, before it is sent
    static void run(Workbench bench, Settings settings, CandleSource source, LongConsumer due) {
        String topic = Topics.CANDLES.name(settings.topics().prefix());
        CandleMessage messages = new CandleMessage();
        try (Producer<String, Candle> producer =
                FeedProducer.create(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bench.bootstrapServers(),
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        Topics.CANDLES.valueSerde().serializer())) {
            producer.partitionsFor(topic);
            long next = System.nanoTime();
            for (var candle = source.next(); candle != null; candle = source.next()) {
                next += PERIOD_NS;
                await(next);
                due.accept(next);
                Candle message = messages.toMessage(candle);
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        null,
                                        candle.closeTimeMs(),
                                        message.getInstrument(),
                                        message));
            }
        }
    }

    private static void await(long timeNs) {
        for (long left = timeNs - System.nanoTime(); left > 0; left = timeNs - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.feed.CandleMessage;
import io.candlestream.schema.Rejection;
import io.candlestream.wire.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Puts a feed's candles into the topic `candles` and its revisions into `rejections`.
///
/// The first candle that does not arrive ends the producer at once, and with it what was sent
/// behind it: a later candle must not arrive without it, or the next start would not find the hole.
///
/// Not thread-safe: owned by one feed.
public final class TopicSink implements CandleSink {

    /// The reason word of a candle that the venue has changed after it was published.
    public static final String REVISION = "revision";

    private static final int NO_PARTITION = -1;
    private static final long NO_OFFSET = -1;

    private final Producer<String, io.candlestream.schema.Candle> candles;
    private final Producer<String, Rejection> rejections;
    private final String prefix;
    private final InstantSource clock;
    private final CandleMessage messages = new CandleMessage();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /// A sink that has taken nothing.
    ///
    /// @param candles as [io.candlestream.feed.FeedProducer] makes it; closed by whoever made it
    /// @param rejections likewise
    /// @param prefix of the topics' names
    /// @param clock of the time at which a rejection is made
    public TopicSink(
            Producer<String, io.candlestream.schema.Candle> candles,
            Producer<String, Rejection> rejections,
            String prefix,
            InstantSource clock) {
        this.candles = candles;
        this.rejections = rejections;
        this.prefix = prefix;
        this.clock = clock;
    }

    @Override
    public void publish(Candle candle) {
        check();
        io.candlestream.schema.Candle message = messages.toMessage(candle);
        var _ =
                candles.send(
                        new ProducerRecord<>(
                                Topics.CANDLES.name(prefix),
                                null,
                                candle.closeTimeMs(),
                                message.getInstrument(),
                                message),
                        (_, refusal) -> {
                            if (refusal != null && failure.compareAndSet(null, refusal)) {
                                candles.close(Duration.ZERO);
                            }
                        });
    }

    /// The rejection has the bytes that the candle would have had in the topic; it has no place
    /// there, so partition and offset are -1.
    @Override
    public void revise(Candle published, Candle revised) {
        String topic = Topics.CANDLES.name(prefix);
        io.candlestream.schema.Candle message = messages.toMessage(revised);
        byte[] value = Topics.CANDLES.valueSerde().serializer().serialize(topic, message);
        String detail =
                "a published candle must not change, was "
                        + numbers(revised)
                        + " after "
                        + numbers(published);
        var rejection =
                new Rejection(
                        REVISION,
                        detail,
                        message.getInstrument(),
                        message.getInterval(),
                        topic,
                        NO_PARTITION,
                        NO_OFFSET,
                        ByteBuffer.wrap(message.getInstrument().getBytes(StandardCharsets.UTF_8)),
                        ByteBuffer.wrap(value),
                        clock.instant());
        var _ =
                rejections.send(
                        new ProducerRecord<>(
                                Topics.REJECTIONS.name(prefix),
                                null,
                                revised.closeTimeMs(),
                                message.getInstrument(),
                                rejection));
    }

    @Override
    public void check() {
        Exception first = failure.get();
        if (first != null) {
            throw new KafkaException(
                    "every candle must reach the topic "
                            + Topics.CANDLES.name(prefix)
                            + ", but one did not: start the feed again, it goes on where the topic"
                            + " ends",
                    first);
        }
    }

    private static String numbers(Candle candle) {
        return "%d %s %s %s %s %s"
                .formatted(
                        candle.openTimeMs(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.baseVolume());
    }
}

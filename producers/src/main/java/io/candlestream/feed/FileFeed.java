package io.candlestream.feed;

import io.candlestream.candle.Candle;
import io.candlestream.history.CandleSource;
import io.candlestream.history.UnreadableFileException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Publishes the candles of a source, in its order and at a pace, to a topic.
///
/// | of the record | is |
/// |---|---|
/// | key | the instrument, so that all of an instrument's candles share a partition |
/// | value | the candle's message |
/// | timestamp | the close time: when the candle was known |
///
/// Several files become one source by [io.candlestream.history.MergedCandles]. Consumers know a
/// candle by its series and open time, so feeding a source twice does no harm.
///
/// Not thread-safe: one thread publishes; it is stopped by interrupting it.
public final class FileFeed {

    private final Producer<String, io.candlestream.schema.Candle> producer;
    private final String topic;
    private final Pace pace;
    private final PaceClock clock;
    private final CandleMessage messages = new CandleMessage();

    /// A feed that has published nothing.
    ///
    /// @param producer as [FeedProducer] makes it; closed by whoever made it
    /// @param topic where to
    /// @param pace how fast
    /// @param clock what the pace is measured with
    public FileFeed(
            Producer<String, io.candlestream.schema.Candle> producer,
            String topic,
            Pace pace,
            PaceClock clock) {
        this.producer = producer;
        this.topic = topic;
        this.pace = pace;
        this.clock = clock;
    }

    /// Publishes every candle and waits until the cluster has them all. When the thread is
    /// interrupted, it returns at once, still interrupted, without waiting for what is on its way.
    ///
    /// @param candles read to the end; closed by whoever opened it
    /// @param progress told the number of candles sent after each
    /// @throws FeedException when a candle could not be published; those after it are not sent
    /// @throws UnreadableFileException when a file cannot be read to its end; the candles before
    ///   have been published
    public FeedReport publish(CandleSource candles, LongConsumer progress) {
        var delivery = new Delivery();
        long unsendable = 0;
        boolean isComplete = true;
        try {
            unsendable = sendAll(candles, delivery, progress);
            producer.flush();
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            isComplete = false;
        } catch (UnreadableFileException e) {
            producer.flush();
            throw e;
        }
        Exception failure = delivery.firstFailure();
        if (failure != null) {
            throw new FeedException(topic, delivery.acknowledged(), failure);
        }
        return new FeedReport(
                delivery.acknowledged(), candles.badRowCount() + unsendable, isComplete);
    }

    private long sendAll(CandleSource candles, Delivery delivery, LongConsumer progress)
            throws InterruptedException {
        var timetable = new Timetable(pace, clock);
        long sent = 0;
        long unsendable = 0;
        Candle candle;
        while (delivery.firstFailure() == null && (candle = candles.next()) != null) {
            if (candle.openTimeMs() < 0) {
                unsendable++;
                continue;
            }
            timetable.await(candle.closeTimeMs());
            send(candle, delivery);
            progress.accept(++sent);
        }
        return unsendable;
    }

    /// The producer tells most failures later and some, such as a value that cannot be written, at
    /// once.
    private void send(Candle candle, Delivery delivery) {
        io.candlestream.schema.Candle message = messages.toMessage(candle);
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    null,
                                    candle.closeTimeMs(),
                                    message.getInstrument(),
                                    message),
                            delivery);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            delivery.fail(e);
        }
    }
}

package io.candlestream.feed;

import io.candlestream.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Publishes signals to a topic.
///
/// | of the record | is |
/// |---|---|
/// | key | the instrument, so that signals and candles of an instrument have one task |
/// | value | the signal's message |
/// | timestamp | the signal's time: when the value was known |
///
/// Not thread-safe: one thread publishes; it is stopped by interrupting it.
public final class SignalFeed {

    private final Producer<String, io.candlestream.schema.Signal> producer;
    private final String topic;

    /// A feed that has published nothing.
    ///
    /// @param producer as [FeedProducer] makes it; closed by whoever made it
    /// @param topic where to
    public SignalFeed(Producer<String, io.candlestream.schema.Signal> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /// The message of a signal.
    public static io.candlestream.schema.Signal message(Signal signal) {
        return new io.candlestream.schema.Signal(
                signal.instrument().toString(),
                signal.name(),
                Instant.ofEpochMilli(signal.timeMs()),
                signal.value());
    }

    /// Publishes every signal and waits until the cluster has them all.
    ///
    /// @param signals by rising time, over all instruments: the service takes what it reads in the
    ///   order of event time
    /// @return how many the cluster has acknowledged; fewer than all when the thread was
    ///   interrupted, which it still is
    /// @throws FeedException when a signal could not be published; those after it are not sent
    public long publish(List<Signal> signals) {
        var delivery = new Delivery();
        try {
            for (Signal signal : signals) {
                if (delivery.firstFailure() != null || Thread.currentThread().isInterrupted()) {
                    break;
                }
                send(signal, delivery);
            }
            producer.flush();
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
        Exception failure = delivery.firstFailure();
        if (failure != null) {
            throw new FeedException(topic, delivery.acknowledged(), failure);
        }
        return delivery.acknowledged();
    }

    private void send(Signal signal, Delivery delivery) {
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    null,
                                    signal.timeMs(),
                                    signal.instrument().toString(),
                                    message(signal)),
                            delivery);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            delivery.fail(e);
        }
    }
}

package io.candlestream.feed;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Makes the Kafka producer of a feed: idempotent and acknowledged by all replicas, so that a retry
/// neither doubles nor reorders records.
///
/// One request is on its way at a time. With more, a leader that is only just taking over a new
/// partition can refuse the first batch and take the second; the first is then out of sequence for
/// good and never arrives. Batches are large, so waiting costs no throughput.
public final class FeedProducer {

    private static final int LINGER_MS = 10;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final String COMPRESSION = "lz4";

    private FeedProducer() {}

    /// Connects lazily, with the first record.
    ///
    /// @param settings at least `bootstrap.servers`; what it says goes before the feed's own
    ///   settings, but for acknowledgement, idempotence and requests on their way
    /// @param values writes the values
    /// @param <T> what is published
    public static <T> Producer<String, T> create(Map<String, ?> settings, Serializer<T> values) {
        return new KafkaProducer<>(merged(settings), new StringSerializer(), values);
    }

    static Map<String, Object> merged(Map<String, ?> settings) {
        Map<String, Object> merged = new HashMap<>();
        merged.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        merged.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        merged.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        merged.putAll(settings);
        merged.put(ProducerConfig.ACKS_CONFIG, "all");
        merged.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        merged.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return merged;
    }
}

package io.candlestream.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/// Reads a topic's committed records, in order within each partition, without joining a group.
///
/// Only what a transaction has committed is seen (`read_committed`): what a crashed instance had
/// written and not committed never shows. Not thread-safe.
///
/// @param <T> the generated record class
public final class TopicReader<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<T> deserializer;
    private final List<TopicPartition> partitions;

    /// A reader that stands at the beginning of every partition.
    ///
    /// @param bootstrapServers where the cluster is
    /// @param topic what to read
    /// @param prefix put before the topic's name, possibly empty
    /// @throws org.apache.kafka.common.KafkaException when the cluster cannot be reached
    public TopicReader(String bootstrapServers, Topic<T> topic, String prefix) {
        this.topic = topic.name(prefix);
        this.deserializer = new AvroSerde<>(topic.valueType()).deserializer();
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.partitions =
                consumer.partitionsFor(this.topic).stream()
                        .map(info -> new TopicPartition(this.topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Goes to the end of every partition: only records that come later are read.
    public void seekToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /// Reads on to where the committed records end at the moment of the call.
    public void readToEnd(Consumer<TopicRecord<T>> sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(sink);
        }
    }

    /// Reads on and on, until told to stop; asks about ten times a second.
    public void follow(Consumer<TopicRecord<T>> sink, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            poll(sink);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll(Consumer<TopicRecord<T>> sink) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            sink.accept(read(record));
        }
    }

    private TopicRecord<T> read(ConsumerRecord<byte[], byte[]> record) {
        T message = null;
        FramingException fault = null;
        try {
            message = deserializer.deserialize(topic, record.value());
        } catch (FramingException e) {
            fault = e;
        }
        return new TopicRecord<>(
                record.partition(),
                record.offset(),
                record.timestamp(),
                TopicRecord.text(record.key()),
                message,
                fault);
    }
}

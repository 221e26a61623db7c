package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.candlestream.candle.Candle;
import io.candlestream.feed.CandleMessage;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/// The topic candles of a test: publishes to it and tells whether an application has read it to the end.
final class CandleTopic implements AutoCloseable {

    private final String topic;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<io.candlestream.schema.Candle> serializer =
            new AvroSerde<>(io.candlestream.schema.Candle.class).serializer();

    CandleTopic(String bootstrapServers, String prefix) {
        this.topic = Topics.CANDLES.name(prefix);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                ProducerConfig.LINGER_MS_CONFIG, 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    void publish(Candle candle) {
        producer.send(
                new ProducerRecord<>(
                        topic,
                        null,
                        candle.closeTimeMs(),
                        candle.series().instrument().toString().getBytes(UTF_8),
                        serializer.serialize(topic, new CandleMessage().toMessage(candle))));
    }

    void publish(List<Candle> candles) {
        candles.forEach(this::publish);
        producer.flush();
    }

    void flush() {
        producer.flush();
    }

    /// Tells whether the application has committed every record that is in the topic now.
    boolean isReadToEndBy(String applicationId) {
        try {
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .collect(
                                    Collectors.toMap(
                                            p -> new TopicPartition(topic, p.partition()),
                                            _ -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> committed =
                    new HashMap<>(
                            admin.listConsumerGroupOffsets(applicationId)
                                    .partitionsToOffsetAndMetadata()
                                    .get());
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .allMatch(
                            end -> {
                                OffsetAndMetadata reached = committed.get(end.getKey());
                                return end.getValue().offset() == 0
                                        || (reached != null
                                                && reached.offset() == end.getValue().offset());
                            });
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}

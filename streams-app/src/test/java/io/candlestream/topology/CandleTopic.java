package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.candlestream.candle.Candle;
import io.candlestream.feed.CandleMessage;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/// Publishes to the topic candles of a test.
final class CandleTopic implements AutoCloseable {

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CandleMessage messages = new CandleMessage();
    private final Serializer<io.candlestream.schema.Candle> serializer =
            new AvroSerde<>(io.candlestream.schema.Candle.class).serializer();

    CandleTopic(String bootstrapServers, String prefix) {
        this.topic = Topics.CANDLES.name(prefix);
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.LINGER_MS_CONFIG,
                                5),
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
                        serializer.serialize(topic, messages.toMessage(candle))));
    }

    void publish(List<Candle> candles) {
        candles.forEach(this::publish);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}

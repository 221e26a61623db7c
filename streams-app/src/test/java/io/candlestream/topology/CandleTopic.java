package io.candlestream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.candlestream.candle.Candle;
import io.candlestream.feed.CandleMessage;
import io.candlestream.feed.SignalFeed;
import io.candlestream.signal.Signal;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/// Publishes to the topics candles and signals of a test.
public final class CandleTopic implements AutoCloseable {

    private final String topic;
    private final String signalTopic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CandleMessage messages = new CandleMessage();
    private final Serializer<io.candlestream.schema.Candle> serializer =
            new AvroSerde<>(io.candlestream.schema.Candle.class).serializer();
    private final Serializer<io.candlestream.schema.Signal> signalSerializer =
            new AvroSerde<>(io.candlestream.schema.Signal.class).serializer();

    public CandleTopic(String bootstrapServers, String prefix) {
        this.topic = Topics.CANDLES.name(prefix);
        this.signalTopic = Topics.SIGNALS.name(prefix);
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

    public void publish(Candle candle) {
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                null,
                                candle.closeTimeMs(),
                                candle.series().instrument().toString().getBytes(UTF_8),
                                serializer.serialize(topic, messages.toMessage(candle))));
    }

    public void publish(List<Candle> candles) {
        candles.forEach(this::publish);
        producer.flush();
    }

    public void publishSignals(List<Signal> signals) {
        for (Signal signal : signals) {
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    signalTopic,
                                    null,
                                    signal.timeMs(),
                                    signal.instrument().toString().getBytes(UTF_8),
                                    signalSerializer.serialize(
                                            signalTopic, SignalFeed.message(signal))));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}

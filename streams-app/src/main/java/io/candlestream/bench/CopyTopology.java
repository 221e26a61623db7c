package io.candlestream.bench;

import io.candlestream.schema.Candle;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Contribution;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/// What Kafka Streams does on this machine when there is nothing to remember and nothing to
/// compute: the same source, serdes and sinks as the learner's topology, and no state.
///
/// @param inputPrefix put before the name of the topic that is read
/// @param outputPrefix put before the names of the topics that are written
/// @param output what is written
record CopyTopology(String inputPrefix, String outputPrefix, Output output) {

    /// What is written for each candle.
    enum Output {
        /// The candle itself, decoded and encoded: one record.
        CANDLE,
        /// A prediction and an outcome, always the same ones: as many records and bytes as the
        /// learner writes.
        CONSTANTS
    }

    private static final String COPY = "copy";

    Topology build() {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                Topics.CANDLES.name(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.CANDLES.name(inputPrefix));
        switch (output) {
            case CANDLE -> {
                topology.addProcessor(COPY, Copy::new, Topics.CANDLES.name());
                addSink(topology, "copies", Topics.CANDLES);
            }
            case CONSTANTS -> {
                topology.addProcessor(COPY, Constants::new, Topics.CANDLES.name());
                addSink(topology, Topics.PREDICTIONS.name(), Topics.PREDICTIONS);
                addSink(topology, Topics.OUTCOMES.name(), Topics.OUTCOMES);
            }
        }
        return topology;
    }

    private <T extends SpecificRecord> void addSink(
            Topology topology, String node, Topic<T> topic) {
        topology.addSink(
                node,
                topic.name(outputPrefix),
                new ByteArraySerializer(),
                new AvroSerde<>(topic.valueType()).serializer(),
                COPY);
    }

    private static final class Copy
            extends ContextualProcessor<byte[], byte[], byte[], SpecificRecord>
            implements Processor<byte[], byte[], byte[], SpecificRecord> {

        private final Deserializer<Candle> candles = new AvroSerde<>(Candle.class).deserializer();

        @Override
        public void process(Record<byte[], byte[]> record) {
            Candle candle = candles.deserialize(Topics.CANDLES.name(), record.value());
            context().forward(record.withValue(candle));
        }
    }

    private static final class Constants
            extends ContextualProcessor<byte[], byte[], byte[], SpecificRecord>
            implements Processor<byte[], byte[], byte[], SpecificRecord> {

        private final Deserializer<Candle> candles = new AvroSerde<>(Candle.class).deserializer();
        private final Prediction prediction = prediction();
        private final Outcome outcome = outcome();

        @Override
        public void process(Record<byte[], byte[]> record) {
            Candle candle = candles.deserialize(Topics.CANDLES.name(), record.value());
            if (candle != null) {
                context().forward(record.withValue(outcome), Topics.OUTCOMES.name());
                context().forward(record.withValue(prediction), Topics.PREDICTIONS.name());
            }
        }
    }

    private static final String INSTRUMENT = "synthetic:COIN100";
    private static final String INTERVAL = "1m";
    private static final String MODEL = "softmax";
    private static final Instant TIME = Instant.ofEpochMilli(1_704_067_200_000L);

    private static Prediction prediction() {
        return new Prediction(
                INSTRUMENT,
                INTERVAL,
                TIME,
                TIME,
                MODEL,
                "champion",
                "flat",
                0.5,
                List.of(
                        new ClassProbability("down", 0.25),
                        new ClassProbability("flat", 0.5),
                        new ClassProbability("up", 0.25)),
                null,
                List.of(
                        new Contribution("ema_distance(12)", 0.5),
                        new Contribution("return(12)", -0.4),
                        new Contribution("rsi(14)", 0.3)),
                0.1,
                List.of(),
                null,
                null,
                null,
                12,
                10_000L,
                0L,
                "0123456789abcdef",
                TIME);
    }

    private static Outcome outcome() {
        return new Outcome(
                INSTRUMENT,
                INTERVAL,
                TIME,
                TIME,
                TIME,
                MODEL,
                "flat",
                "up",
                0.001,
                1.4,
                0.8,
                null,
                null,
                TIME);
    }
}

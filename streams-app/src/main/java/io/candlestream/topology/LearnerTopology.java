package io.candlestream.topology;

import io.candlestream.candle.Series;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerFormat;
import io.candlestream.store.LiveStateStoreBuilder;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/// Wires the learner between its topics. Every node, store and topic is named; a test pins the
/// description.
///
/// @param configs the configuration of a series' learner
/// @param prefix put before every topic's name, possibly empty
/// @param liveSeries most series that live in memory at once, in each task
/// @param rates how often the compacted topics get a new value
/// @param clock for `produced_at` only
public record LearnerTopology(
        Function<Series, LearnerConfig> configs,
        String prefix,
        int liveSeries,
        MessageRates rates,
        InstantSource clock) {

    /// Name of the store and of the processor that owns it.
    static final String STORE = "learner";

    /// Changelog records bear the time of the candle that caused them, which may be any.
    private static final Map<String, String> CHANGELOG_CONFIG =
            Map.of(
                    TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE),
                    TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE),
                    TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));

    /// Builds a topology that reads candles and writes predictions, outcomes, metrics, models and
    /// rejections.
    public Topology build() {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                Topics.CANDLES.name(),
                new EventTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.CANDLES.name(prefix));
        topology.addProcessor(STORE, this::processor, Topics.CANDLES.name());
        topology.addStateStore(
                new LiveStateStoreBuilder<>(
                        STORE, new LearnerFormat(configs), liveSeries, CHANGELOG_CONFIG),
                STORE);
        addSink(topology, Topics.PREDICTIONS);
        addSink(topology, Topics.OUTCOMES);
        addSink(topology, Topics.METRICS);
        addSink(topology, Topics.MODELS);
        addSink(topology, Topics.REJECTIONS);
        return topology;
    }

    private LearnerProcessor processor() {
        return new LearnerProcessor(
                new LearnerMessages(clock), new RejectionMessages(clock), rates);
    }

    private <T extends SpecificRecord> void addSink(Topology topology, Topic<T> topic) {
        topology.addSink(
                topic.name(),
                topic.name(prefix),
                new ByteArraySerializer(),
                new AvroSerde<>(topic.valueType()).serializer(),
                STORE);
    }
}

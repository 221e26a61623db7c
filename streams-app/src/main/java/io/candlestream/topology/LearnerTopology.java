package io.candlestream.topology;

import io.candlestream.candle.Series;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerFormat;
import io.candlestream.signal.SignalHistoryFormat;
import io.candlestream.store.LiveStateStoreBuilder;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// Wires the learner between its topics. Every node, store and topic is named; a test pins the
/// description.
///
/// The topic signals is read only where the features read a signal. Its records and the candles of
/// an instrument are in partitions of the same number and belong to one task, which takes them in
/// the order of event time: [SignalTime].
///
/// @param configs the configuration of a series' learner
/// @param prefix put before every topic's name, possibly empty
/// @param liveSeries most series that live in memory at once, in each task
/// @param plan how often the compacted topics get a new value
/// @param clock for `produced_at` only
/// @param signals the signals that the features of all those configurations read
public record LearnerTopology(
        Function<Series, LearnerConfig> configs,
        String prefix,
        int liveSeries,
        MessagePlan plan,
        InstantSource clock,
        List<String> signals) {

    /// Name of the store and of the processor that owns it.
    static final String STORE = "learner";

    /// Name of the store of signals and of the processor that fills it.
    static final String SIGNAL_STORE = "signal-history";

    /// Changelog records bear the time of the candle that caused them, which may be any.
    private static final Map<String, String> CHANGELOG_CONFIG =
            Map.of(
                    TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE),
                    TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
                            Long.toString(Long.MAX_VALUE),
                    TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));

    /// Copies the list.
    public LearnerTopology {
        signals = List.copyOf(signals);
    }

    /// A topology for features that read no signal.
    public LearnerTopology(
            Function<Series, LearnerConfig> configs,
            String prefix,
            int liveSeries,
            MessagePlan plan,
            InstantSource clock) {
        this(configs, prefix, liveSeries, plan, clock, List.of());
    }

    /// Builds a topology that reads candles and writes predictions, outcomes, metrics, models and
    /// rejections.
    public Topology build() {
        Topology topology = new Topology();
        addSource(topology, Topics.CANDLES, new EventTime());
        topology.addProcessor(STORE, this::processor, Topics.CANDLES.name());
        topology.addStateStore(
                new LiveStateStoreBuilder<>(
                        STORE, new LearnerFormat(configs), liveSeries, CHANGELOG_CONFIG),
                STORE);
        addSink(topology, Topics.PREDICTIONS);
        addSink(topology, Topics.OUTCOMES);
        addSink(topology, Topics.METRICS);
        addSink(topology, Topics.MODELS);
        addSink(topology, Topics.ALERTS);
        if (signals.isEmpty()) {
            addSink(topology, Topics.REJECTIONS);
        } else {
            addSignals(topology);
            addSink(topology, Topics.REJECTIONS, SIGNAL_STORE);
        }
        return topology;
    }

    private void addSignals(Topology topology) {
        addSource(topology, Topics.SIGNALS, new SignalTime());
        topology.addProcessor(
                SIGNAL_STORE,
                () -> new SignalProcessor(new RejectionMessages(clock), signals),
                Topics.SIGNALS.name());
        topology.addStateStore(
                new LiveStateStoreBuilder<>(
                        SIGNAL_STORE,
                        new SignalHistoryFormat(signals),
                        liveSeries,
                        CHANGELOG_CONFIG),
                SIGNAL_STORE,
                STORE);
    }

    private void addSource(Topology topology, Topic<?> topic, TimestampExtractor time) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                topic.name(),
                time,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(prefix));
    }

    private LearnerProcessor processor() {
        return new LearnerProcessor(
                new LearnerMessages(clock, plan.contributions()),
                new RejectionMessages(clock),
                plan,
                !signals.isEmpty());
    }

    private <T extends SpecificRecord> void addSink(
            Topology topology, Topic<T> topic, String... alsoFrom) {
        String[] parents = Arrays.copyOf(alsoFrom, alsoFrom.length + 1);
        parents[alsoFrom.length] = STORE;
        topology.addSink(
                topic.name(),
                topic.name(prefix),
                new ByteArraySerializer(),
                new AvroSerde<>(topic.valueType()).serializer(),
                parents);
    }
}

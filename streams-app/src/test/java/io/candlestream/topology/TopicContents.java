package io.candlestream.topology;

import io.candlestream.schema.Alert;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.wire.Topic;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/// What a topology, or a replay, has said of each instrument, in order, without the wall clock: two
/// of them are equal exactly when every prediction, every outcome, every alert and the last
/// coefficients are equal to the bit.
///
/// @param predictions by instrument, in order
/// @param outcomes by instrument, in order
/// @param alerts by instrument, in order
/// @param models the last snapshot by key
public record TopicContents(
        Map<String, List<Prediction>> predictions,
        Map<String, List<Outcome>> outcomes,
        Map<String, List<Alert>> alerts,
        Map<String, ModelSnapshot> models) {

    TopicContents() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /// Reads what is committed now.
    public static TopicContents read(String bootstrapServers, String prefix) {
        TopicContents contents = new TopicContents();
        read(
                bootstrapServers,
                prefix,
                Topics.PREDICTIONS,
                (_, prediction) -> contents.add(prediction));
        read(bootstrapServers, prefix, Topics.OUTCOMES, (_, outcome) -> contents.add(outcome));
        read(bootstrapServers, prefix, Topics.ALERTS, (_, alert) -> contents.add(alert));
        read(bootstrapServers, prefix, Topics.MODELS, contents::add);
        return contents;
    }

    void add(Prediction prediction) {
        prediction.setProducedAt(Instant.EPOCH);
        predictions
                .computeIfAbsent(prediction.getInstrument(), _ -> new ArrayList<>())
                .add(prediction);
    }

    void add(Outcome outcome) {
        outcome.setProducedAt(Instant.EPOCH);
        outcomes.computeIfAbsent(outcome.getInstrument(), _ -> new ArrayList<>()).add(outcome);
    }

    void add(Alert alert) {
        alert.setProducedAt(Instant.EPOCH);
        alerts.computeIfAbsent(alert.getInstrument(), _ -> new ArrayList<>()).add(alert);
    }

    void add(String key, ModelSnapshot snapshot) {
        snapshot.setProducedAt(Instant.EPOCH);
        models.put(key, snapshot);
    }

    public long predictionCount() {
        return predictions.values().stream().mapToLong(List::size).sum();
    }

    @FunctionalInterface
    private interface Sink<T> {
        void add(String key, T message);
    }

    private static <T extends SpecificRecord> void read(
            String bootstrapServers, String prefix, Topic<T> topic, Sink<T> sink) {
        try (TopicReader<T> reader = new TopicReader<>(bootstrapServers, topic, prefix)) {
            reader.readToEnd(record ->
                    sink.add(
                            Objects.requireNonNull(record.keyText()),
                            Objects.requireNonNull(record.message())));
        }
    }
}

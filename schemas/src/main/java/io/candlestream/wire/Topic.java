package io.candlestream.wire;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/// One topic, as every deployment has it. Prefix, partitions and replication differ between
/// deployments and are part of [TopicLayout].
///
/// @param name without the prefix, a plural noun
/// @param valueType the generated record class of the values
/// @param key what the key, UTF-8 text, stands for
/// @param cleanup what becomes of old records
/// @param config topic-level settings of the broker, without `cleanup.policy`; sorted by name
/// @param <T> the record type of the values
public record Topic<T extends SpecificRecord>(
        String name, Class<T> valueType, String key, Cleanup cleanup, Map<String, String> config) {

    /// Copies the settings.
    public Topic {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /// @param prefix put in front of the name as it is; may be empty
    /// @return the name on the broker
    public String name(String prefix) {
        return prefix + name;
    }

    /// @return a new serde for the values
    public AvroSerde<T> valueSerde() {
        return new AvroSerde<>(valueType);
    }
}

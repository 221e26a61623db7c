package io.candlestream.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/// Writes and reads one record type in the Confluent framing: byte 0x00, four-byte big-endian
/// schema id, Avro binary body.
///
/// | quantity | meaning |
/// |---|---|
/// | written | with the record's newest released schema |
/// | read | any released schema of the record, resolved to the current one by Avro's rules |
/// | null | null in, null out, as Kafka has it (a tombstone) |
/// | memory | reading never allocates more than a small multiple of the message, whatever it declares |
/// | record timestamp | not touched: whoever produces sets the event time that [Topics] names |
///
/// Reading throws [FramingException] and nothing else, for any bytes. Thread-safe: stream threads
/// and producers share one freely, without locks. Needs no configuration and no closing.
///
/// @param <T> the generated record class
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /// A serde for a record of [SchemaCatalog#RELEASED].
    ///
    /// @throws IllegalArgumentException when no schema of the record was ever released
    public AvroSerde(Class<T> type) {
        serializer = new AvroSerializer<>(type, SchemaCatalog.RELEASED);
        deserializer = new AvroDeserializer<>(type, SchemaCatalog.RELEASED);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}

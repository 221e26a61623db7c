package io.candlestream.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes one record type, framed; see [AvroSerde].
///
/// One spare buffer is kept between messages. A thread takes it out while it writes, and a thread
/// that finds it taken makes its own, so sharing costs an allocation and never a wait.
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private static final int FIRST_BYTES = 512;
    private static final int LARGEST_SPARE_BYTES = 64 * 1024;

    private final byte[] framing;
    private final DatumWriter<T> writer;
    private final AtomicReference<@Nullable Buffer> spare = new AtomicReference<>();

    AvroSerializer(Class<T> type, SchemaCatalog catalog) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        framing = Framing.of(catalog.versions(schema.getFullName()).getLast().id());
        writer = new SpecificDatumWriter<>(schema, data);
    }

    /// @throws SerializationException when a field is null, or a time beyond what 64 bits of
    ///   milliseconds hold, where the schema has no room for it: a fault of the program, not of the
    ///   data
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T message) {
        if (message == null) {
            return null;
        }
        Buffer taken = spare.getAndSet(null);
        Buffer buffer = taken == null ? new Buffer() : taken;
        byte[] bytes = buffer.write(message);
        if (bytes.length <= LARGEST_SPARE_BYTES) {
            spare.set(buffer);
        }
        return bytes;
    }

    private final class Buffer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);

        byte[] write(T message) {
            try {
                bytes.reset();
                bytes.write(framing);
                writer.write(message, encoder);
                return bytes.toByteArray();
            } catch (IOException | RuntimeException e) {
                throw new SerializationException(
                        "a record must fit its schema, was "
                                + message.getSchema().getName()
                                + " with "
                                + e.getMessage(),
                        e);
            }
        }
    }
}

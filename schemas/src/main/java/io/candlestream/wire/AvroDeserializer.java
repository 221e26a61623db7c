package io.candlestream.wire;

import io.candlestream.wire.FramingException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Reads one record type in any of its released schemas, framed; see [AvroSerde].
///
/// What a message declares is never believed: the decoder lies on the message's own array, and
/// refuses a string, byte string or array block that is longer than what is left of it before it
/// makes room. The readers keep no state between messages, so threads share them.
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final String name;
    private final SchemaCatalog catalog;
    private final List<Version<T>> versions;

    /// How the bodies with one schema id are read.
    private record Version<T>(int id, DatumReader<T> reader) {}

    AvroDeserializer(Class<T> type, SchemaCatalog catalog) {
        Schema current = SpecificData.getForClass(type).getSchema(type);
        var readers = new FastReaderBuilder(new GeneratedRecords());
        this.name = current.getName();
        this.catalog = catalog;
        this.versions =
                catalog.versions(current.getFullName()).stream()
                        .map(released -> AvroDeserializer.<T>reading(released, current, readers))
                        .toList();
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] message) {
        if (message == null) {
            return null;
        }
        Version<T> version = version(Framing.schemaId(message));
        int length = message.length - Framing.LENGTH;
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(message, Framing.LENGTH, length, null);
        T read = read(version, decoder, length);
        if (decoder.remainingBytes() > 0) {
            throw new FramingException(
                    Fault.TRAILING_BYTES,
                    "a message must end with its %s, was followed by %d more bytes"
                            .formatted(name, decoder.remainingBytes()));
        }
        return read;
    }

    private T read(Version<T> version, BinaryDecoder decoder, int length) {
        try {
            return version.reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new FramingException(
                    Fault.MALFORMED_BODY,
                    "the body must be a %s of schema %d, was %d bytes that are not: %s"
                            .formatted(name, version.id, length, e),
                    e);
        }
    }

    private Version<T> version(int id) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).id == id) {
                return versions.get(i);
            }
        }
        ReleasedSchema other = catalog.find(id);
        if (other == null) {
            throw new FramingException(
                    Fault.UNKNOWN_SCHEMA,
                    "the schema id must be from 1 to %d, was %d"
                            .formatted(catalog.all().size(), id));
        }
        throw new FramingException(
                Fault.WRONG_SCHEMA,
                "the schema id must be that of a %s, %s, was %d, that of a %s"
                        .formatted(
                                name,
                                versions.stream().map(Version::id).toList(),
                                id,
                                other.schema().getName()));
    }

    private static <T> Version<T> reading(
            ReleasedSchema released, Schema current, FastReaderBuilder readers) {
        try {
            return new Version<>(
                    released.id(), readers.createDatumReader(released.schema(), current));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "schema " + released.id() + " must be readable as " + current.getFullName(), e);
        }
    }
}

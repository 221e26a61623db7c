package io.candlestream.wire;

import io.candlestream.wire.FramingException.Fault;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The first bytes of every message.
///
/// ```
///  0        1                    5
/// +--------+--------------------+---------------- - -
/// |  0x00  |  schema id, int32  |  Avro binary body
/// +--------+--------------------+---------------- - -
///             big-endian
/// ```
///
/// Source: Confluent, _Formats, Serializers, and Deserializers_, section "Wire format".
final class Framing {

    /// Where the body begins.
    static final int LENGTH = 5;

    private static final byte MAGIC = 0x00;
    private static final int ID_OFFSET = 1;
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Framing() {}

    /// The bytes in front of a body that was written with the schema of that id.
    static byte[] of(int schemaId) {
        var bytes = new byte[LENGTH];
        bytes[0] = MAGIC;
        INT.set(bytes, ID_OFFSET, schemaId);
        return bytes;
    }

    /// Reads the schema id.
    ///
    /// @throws FramingException when the bytes are none, begin otherwise or end before the body
    static int schemaId(byte[] message) {
        if (message.length == 0) {
            throw new FramingException(
                    Fault.EMPTY, "a message must have " + LENGTH + " bytes of framing, was empty");
        }
        if (message[0] != MAGIC) {
            throw new FramingException(
                    Fault.WRONG_MAGIC,
                    "the first byte of a message must be 0x00, was 0x%02x".formatted(message[0]));
        }
        if (message.length < LENGTH) {
            throw new FramingException(
                    Fault.MALFORMED_BODY,
                    "a message must have "
                            + LENGTH
                            + " bytes of framing, was cut off after "
                            + message.length);
        }
        return (int) INT.get(message, ID_OFFSET);
    }
}

package io.candlestream.wire;

import org.apache.kafka.common.errors.SerializationException;

/// A message that is not what its topic carries: the only exception that [AvroSerde] throws while
/// reading, whatever the bytes. Such a message is a bad record, not a broken program.
public final class FramingException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /// @param fault which rule the message broke
    /// @param message what must hold, and what was
    public FramingException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /// @param fault which rule the message broke
    /// @param message what must hold, and what was
    /// @param cause what the Avro decoder said
    public FramingException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /// @return which rule the message broke
    public Fault fault() {
        return fault;
    }

    /// The rules a message can break, in the order in which they are checked.
    public enum Fault {
        /// There is a message, and it has no bytes. (No message at all, null, is read as null.)
        EMPTY,
        /// The first byte is not 0x00: some other format.
        WRONG_MAGIC,
        /// The schema id was never released, or is of a later version of the program.
        UNKNOWN_SCHEMA,
        /// The schema id is that of another record.
        WRONG_SCHEMA,
        /// The message ends inside the framing or the body, or the body cannot be such a record.
        MALFORMED_BODY,
        /// A whole record, and then more bytes.
        TRAILING_BYTES
    }
}

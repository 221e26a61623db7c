package io.candlestream.topology;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Quoted;
import io.candlestream.signal.Signal;
import io.candlestream.signal.SignalVerdict;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.FramingException;
import io.candlestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;

/// Reads the signal out of a record of the topic signals.
final class SignalReader {

    private final Deserializer<io.candlestream.schema.Signal> deserializer =
            new AvroSerde<>(io.candlestream.schema.Signal.class).deserializer();

    /// @throws FramingException when the value is not a framed signal
    /// @throws MalformedRecordException when the key is not the signal's instrument, or the
    ///   instrument or the name cannot be
    Signal read(Record<byte[], byte[]> record) throws MalformedRecordException {
        byte[] value = record.value();
        if (value == null) {
            throw new FramingException(
                    FramingException.Fault.EMPTY,
                    "a signal must have a value, the record had none");
        }
        var message = deserializer.deserialize(Topics.SIGNALS.name(), value);
        byte[] key = record.key();
        if (key == null
                || !message.getInstrument().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new MalformedRecordException(
                    RejectionMessages.KEY_MISMATCH,
                    "the record key must be the signal's instrument, "
                            + Quoted.of(message.getInstrument())
                            + ", was "
                            + (key == null
                                    ? "absent"
                                    : Quoted.of(new String(key, StandardCharsets.UTF_8))));
        }
        try {
            return new Signal(
                    Instrument.parse(message.getInstrument()),
                    Signal.checkedName(message.getName()),
                    message.getTime().toEpochMilli(),
                    message.getValue());
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(
                    SignalVerdict.MALFORMED.toString(), String.valueOf(e.getMessage()));
        }
    }
}

package io.candlestream.topology;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Quoted;
import io.candlestream.candle.Verdict;
import io.candlestream.feed.CandleMessage;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.FramingException;
import io.candlestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;

/// Reads the candle out of a record of the topic candles.
final class CandleReader {

    private final Deserializer<io.candlestream.schema.Candle> deserializer =
            new AvroSerde<>(io.candlestream.schema.Candle.class).deserializer();
    private final CandleMessage messages = new CandleMessage();

    /// @throws FramingException when the value is not a framed candle
    /// @throws MalformedRecordException when the key is not the candle's instrument, or the
    ///   instrument or interval cannot be
    Candle read(Record<byte[], byte[]> record) throws MalformedRecordException {
        byte[] value = record.value();
        if (value == null) {
            throw new FramingException(
                    FramingException.Fault.EMPTY,
                    "a candle must have a value, the record had none");
        }
        var message = deserializer.deserialize(Topics.CANDLES.name(), value);
        byte[] key = record.key();
        if (key == null
                || !message.getInstrument().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new MalformedRecordException(
                    RejectionMessages.KEY_MISMATCH,
                    "the record key must be the candle's instrument, "
                            + Quoted.of(message.getInstrument())
                            + ", was "
                            + (key == null
                                    ? "absent"
                                    : Quoted.of(new String(key, StandardCharsets.UTF_8))));
        }
        try {
            return messages.fromMessage(message);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(
                    Verdict.MALFORMED.toString(), String.valueOf(e.getMessage()));
        }
    }
}

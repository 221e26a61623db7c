package io.candlestream.topology;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.schema.Rejection;
import io.candlestream.wire.FramingException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// What was refused, as the message on the topic rejections: the reason in one word, the detail in
/// a sentence, the original bytes.
final class RejectionMessages {

    /// The record key is not the instrument of the candle in the record.
    static final String KEY_MISMATCH = "key_mismatch";

    /// What the signals said at the close of the candle is not known any more.
    static final String FORGOTTEN_SIGNALS = "forgotten_signals";

    /// The features cannot be computed from candles of this length.
    static final String UNSUPPORTED_INTERVAL = "unsupported_interval";

    private final InstantSource clock;

    RejectionMessages(InstantSource clock) {
        this.clock = clock;
    }

    /// The word for bytes that are not a framed candle.
    static String reason(FramingException.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }

    Rejection rejection(
            Record<byte[], byte[]> record,
            RecordMetadata origin,
            @Nullable Instrument instrument,
            @Nullable Interval interval,
            String reason,
            @Nullable String detail) {
        return new Rejection(
                reason,
                detail == null ? reason : detail,
                instrument == null ? null : instrument.toString(),
                interval == null ? null : interval.toString(),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                wrapped(record.key()),
                wrapped(record.value()),
                clock.instant());
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}

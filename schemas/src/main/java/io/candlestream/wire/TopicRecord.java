package io.candlestream.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A record as it was read from a topic: its message, or why there is none.
///
/// @param partition where it was read
/// @param offset its place there
/// @param timestampMs event time, UTC epoch milliseconds
/// @param keyText the key as UTF-8 text, null where the record has no key
/// @param message the message, null where the value is absent or cannot be read
/// @param fault why the value cannot be read, null where it can
/// @param <T> the generated record class
public record TopicRecord<T>(
        int partition,
        long offset,
        long timestampMs,
        @Nullable String keyText,
        @Nullable T message,
        @Nullable FramingException fault) {

    static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}

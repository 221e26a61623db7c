package io.candlestream.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candlestream.candle.Quoted;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads what venues send: numbers as text or as numbers, times in every unit.
final class VenueJson {

    /// From this on a number of milliseconds is one of microseconds: the year 5138.
    private static final long FIRST_MICROS = 100_000_000_000_000L;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VenueJson() {}

    /// @throws UnreadableAnswerException when the text is not JSON
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException _) {
            throw new UnreadableAnswerException("must be JSON, was " + Quoted.of(text.strip()));
        }
    }

    /// @throws UnreadableAnswerException when the node is no number and no text of one
    static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        try {
            return Double.parseDouble(text(node));
        } catch (NumberFormatException _) {
            throw unreadable("a number", node);
        }
    }

    /// @throws UnreadableAnswerException when the node is no whole number and no text of one
    static long whole(JsonNode node) {
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return node.longValue();
        }
        try {
            return Long.parseLong(text(node));
        } catch (NumberFormatException _) {
            throw unreadable("a whole number", node);
        }
    }

    /// A time that is in milliseconds, or in microseconds where it has the digits of one.
    static long millis(JsonNode node) {
        long time = whole(node);
        return time < FIRST_MICROS ? time : time / 1_000;
    }

    static long seconds(JsonNode node) {
        try {
            return Math.multiplyExact(whole(node), 1_000L);
        } catch (ArithmeticException _) {
            throw unreadable("a time in seconds", node);
        }
    }

    static long instant(JsonNode node) {
        try {
            return Instant.parse(text(node)).toEpochMilli();
        } catch (DateTimeException | ArithmeticException _) {
            throw unreadable("a time as in 2026-08-20T12:00:00Z", node);
        }
    }

    static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw unreadable("text", node);
        }
        return node.textValue();
    }

    private static UnreadableAnswerException unreadable(String expected, JsonNode node) {
        return new UnreadableAnswerException(
                "must have " + expected + ", was " + Quoted.of(node.toString()));
    }
}

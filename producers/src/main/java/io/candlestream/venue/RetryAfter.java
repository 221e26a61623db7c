package io.candlestream.venue;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Times in the headers of HTTP.
final class RetryAfter {

    private static final long LONGEST_MS = 3 * 86_400_000L;

    private RetryAfter() {}

    /// How long the venue wants not to be asked: seconds, or a date.
    ///
    /// @param nowMs the venue's clock, UTC epoch milliseconds
    /// @return milliseconds, at most three days, 0 where it does not say
    static long millis(HttpHeaders headers, long nowMs) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Math.min(LONGEST_MS, Long.parseLong(text) * 1_000);
        }
        long dateMs = date(text);
        return dateMs < 0 ? 0 : Math.clamp(dateMs - nowMs, 0, LONGEST_MS);
    }

    /// @return the venue's clock, UTC epoch milliseconds, or -1 where it does not say
    static long dateMs(HttpHeaders headers) {
        return date(headers.firstValue("Date").orElse(""));
    }

    private static long date(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)).toEpochMilli();
        } catch (DateTimeException _) {
            return -1;
        }
    }
}

package io.candlestream.history;

import io.candlestream.candle.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Reads the times of a file: whole numbers since the epoch, or ISO-8601.
///
/// | number | unit |
/// |---|---|
/// | below 1e11 | seconds |
/// | below 1e14 | milliseconds |
/// | below 1e17 | microseconds |
/// | from 1e17 | nanoseconds |
///
/// The unit is told by row. Numbers below 1e11 are milliseconds where [#smallAreMs] said so, which
/// [#areMs] finds out: that is a file that begins before March 1973.
///
/// A date and time is `2024-01-31`, or with a space or `T`, `2024-01-31 23:59`, with seconds, with
/// a fraction, with `Z`, ` UTC`, `+01:00` or `+0100` behind it; UTC where none is.
final class OpenTimes {

    /// What no time is.
    static final long NONE = Long.MIN_VALUE;

    private static final long LATEST_MS = 253_402_300_799_999L;
    private static final long DAY_MS = 86_400_000;
    private static final double LARGEST_FRACTIONAL = 9e18;

    private boolean smallAreMs;

    /// From now on, small numbers are milliseconds, or seconds.
    void smallAreMs(boolean answer) {
        smallAreMs = answer;
    }

    /// Tells whether the first two times of a column `open_time` are small numbers of milliseconds:
    /// their distance is an interval, and would be none in seconds.
    static boolean areMs(long first, long second) {
        long step = Math.abs(second - first);
        return first >= 0
                && second >= 0
                && Math.max(first, second) < 100_000_000_000L
                && (first < 100_000_000 || (isInterval(step) && !isInterval(1_000 * step)));
    }

    /// Reads a time.
    ///
    /// @return UTC epoch milliseconds from 1970 to 9999, [#NONE] where the bytes are no time
    long parse(byte[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (to > from && text[to - 1] == ' ') {
            to--;
        }
        long whole = Decimal.parseWhole(text, from, to);
        if (whole >= 0) {
            return bounded(ofNumber(whole));
        }
        if (to - from > 4 && text[from + 4] == '-') {
            return bounded(ofDate(text, from, to));
        }
        double number = whole == NONE ? Decimal.parse(text, from, to) : Double.NaN;
        return number >= 0 && number < LARGEST_FRACTIONAL ? bounded(ofFraction(number)) : NONE;
    }

    private long ofNumber(long number) {
        if (number < 100_000_000_000L) {
            return smallAreMs ? number : 1_000 * number;
        }
        if (number < 100_000_000_000_000L) {
            return number;
        }
        return number < 100_000_000_000_000_000L ? number / 1_000 : number / 1_000_000;
    }

    /// Seconds may have a fraction, and some programs write every number with one.
    private long ofFraction(double number) {
        return number < 1e11 && !smallAreMs ? Math.round(1_000 * number) : ofNumber((long) number);
    }

    private static long ofDate(byte[] text, int from, int to) {
        int year = digits(text, from, 4, to);
        int month = at(text, from + 4, to) == '-' ? digits(text, from + 5, 2, to) : -1;
        int day = at(text, from + 7, to) == '-' ? digits(text, from + 8, 2, to) : -1;
        if (year < 0 || month < 0 || day < 0) {
            return NONE;
        }
        long midnightMs;
        try {
            midnightMs = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
        } catch (DateTimeException _) {
            return NONE;
        }
        if (from + 10 == to) {
            return midnightMs;
        }
        int separator = at(text, from + 10, to);
        return separator == ' ' || separator == 'T' || separator == 't'
                ? ofClock(text, from + 11, to, midnightMs)
                : NONE;
    }

    private static long ofClock(byte[] text, int from, int to, long midnightMs) {
        int hour = digits(text, from, 2, to);
        int minute = at(text, from + 2, to) == ':' ? digits(text, from + 3, 2, to) : -1;
        int next = from + 5;
        int second = 0;
        int ms = 0;
        if (at(text, next, to) == ':') {
            second = digits(text, next + 1, 2, to);
            next += 3;
            if (at(text, next, to) == '.' || at(text, next, to) == ',') {
                int scale = 100;
                next++;
                if (digits(text, next, 1, to) < 0) {
                    return NONE;
                }
                for (; digits(text, next, 1, to) >= 0; next++) {
                    ms += scale * (text[next] - '0');
                    scale /= 10;
                }
            }
        }
        long offsetMs = offset(text, next, to);
        if (hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || offsetMs == NONE) {
            return NONE;
        }
        return midnightMs + ((hour * 60L + minute) * 60 + second) * 1_000 + ms - offsetMs;
    }

    /// Reads what is behind the clock time.
    private static long offset(byte[] text, int from, int to) {
        int at = from < to && text[from] == ' ' ? from + 1 : from;
        int length = to - at;
        int sign = at(text, at, to);
        if (length <= 0 || (length == 1 && (sign == 'Z' || sign == 'z'))) {
            return 0;
        }
        if (length == 3 && sign == 'U' && text[at + 1] == 'T' && text[at + 2] == 'C') {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return NONE;
        }
        int hours = digits(text, at + 1, 2, to);
        int minutesAt = at(text, at + 3, to) == ':' ? at + 4 : at + 3;
        int minutes = minutesAt == to ? 0 : digits(text, minutesAt, 2, to);
        boolean isWhole = minutesAt == to || minutesAt + 2 == to;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || !isWhole) {
            return NONE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 60L + minutes) * 60_000;
    }

    private static int digits(byte[] text, int from, int count, int to) {
        if (from + count > to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int at(byte[] text, int at, int to) {
        return at < to ? text[at] : -1;
    }

    private static long bounded(long timeMs) {
        return timeMs >= 0 && timeMs <= LATEST_MS ? timeMs : NONE;
    }

    private static boolean isInterval(long durationMs) {
        try {
            return new Interval(durationMs).durationMs() == durationMs;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}

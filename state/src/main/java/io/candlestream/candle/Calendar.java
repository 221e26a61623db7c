package io.candlestream.candle;

import java.util.Locale;

/// When candles of an instrument are to be expected, and so which holes are gaps. All times are
/// UTC.
public enum Calendar {

    /// Trading never stops: every missing candle is a gap.
    ALWAYS_OPEN {
        @Override
        public long missing(Interval interval, long lastOpenMs, long openMs) {
            return slots(interval, lastOpenMs, openMs);
        }
    },

    /// Trading stops over the weekend: nothing is expected to open from Friday 21:00 to Monday
    /// 00:00.
    ///
    /// Venues close at 21:00 or 22:00 and open again on Sunday at 21:00 to 23:00, by their own
    /// daylight saving; candles they do send then are as welcome as any.
    WEEKDAYS {
        @Override
        public long missing(Interval interval, long lastOpenMs, long openMs) {
            long duration = interval.durationMs();
            if (duration > DAY_MS) {
                return slots(interval, lastOpenMs, openMs);
            }
            return expectedBefore(openMs, duration)
                    - expectedBefore(lastOpenMs + duration, duration);
        }
    },

    /// Trading in sessions of the exchange's own choosing: any day may be missing, so only a hole
    /// within one day is a gap.
    SESSIONS {
        @Override
        public long missing(Interval interval, long lastOpenMs, long openMs) {
            boolean sameDay = Math.floorDiv(lastOpenMs, DAY_MS) == Math.floorDiv(openMs, DAY_MS);
            return sameDay ? slots(interval, lastOpenMs, openMs) : 0;
        }
    };

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final long FIRST_MONDAY_MS = 4 * DAY_MS;
    private static final long OPEN_WEEK_MS = 4 * DAY_MS + 21 * HOUR_MS;

    /// Counts the expected candles that are missing between two candles.
    ///
    /// @param interval the length of both
    /// @param lastOpenMs open time of the earlier, on the grid of the interval
    /// @param openMs open time of the later, on the grid of the interval
    /// @return 0 where nothing is missing
    public abstract long missing(Interval interval, long lastOpenMs, long openMs);

    /// Reads the written form, the name in lower case.
    ///
    /// @throws IllegalArgumentException when there is no such calendar
    public static Calendar parse(String text) {
        for (Calendar calendar : values()) {
            if (calendar.toString().equals(text)) {
                return calendar;
            }
        }
        throw new IllegalArgumentException(
                "calendar must be always_open, weekdays or sessions, was \"" + text + '"');
    }

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static long slots(Interval interval, long lastOpenMs, long openMs) {
        return (openMs - lastOpenMs) / interval.durationMs() - 1;
    }

    /// Expected weekday candles that open between the first Monday of the epoch and the given time,
    /// exclusive.
    private static long expectedBefore(long timeMs, long durationMs) {
        long sinceMonday = timeMs - FIRST_MONDAY_MS;
        long perWeek = Math.ceilDiv(OPEN_WEEK_MS, durationMs);
        long thisWeek = Math.ceilDiv(Math.floorMod(sinceMonday, WEEK_MS), durationMs);
        return Math.floorDiv(sinceMonday, WEEK_MS) * perWeek + Math.min(thisWeek, perWeek);
    }
}

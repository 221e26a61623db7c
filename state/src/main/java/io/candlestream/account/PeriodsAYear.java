package io.candlestream.account;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Interval;

/// How many candles a year has, by which returns of one candle become returns of a year.
///
/// | calendar | candles a year |
/// |---|---|
/// | `always_open` | 365 days over the interval |
/// | `weekdays` | those the calendar expects in a week, times 365 / 7 |
/// | `sessions` | 252 sessions, times the candles that a session had |
///
/// Sessions have the length that the exchange gave them, so it is counted and not assumed: candles
/// over the days on which there was one. A candle longer than a day has no session; of those there
/// are as many as the year is long.
public final class PeriodsAYear {

    private static final long DAY_MS = 86_400_000;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final long FIRST_MONDAY_MS = 4 * DAY_MS;
    private static final double DAYS = 365;
    private static final double SESSIONS = 252;

    private PeriodsAYear() {}

    /// @param candlesADay candles over the days, in UTC, on which at least one opened; at least 1
    /// @return candles a year, more than 0
    public static double of(Interval interval, Calendar calendar, double candlesADay) {
        double ofTime = DAYS * DAY_MS / interval.durationMs();
        if (interval.durationMs() > DAY_MS) {
            return ofTime;
        }
        return switch (calendar) {
            case ALWAYS_OPEN -> ofTime;
            case WEEKDAYS -> DAYS / 7 * expectedAWeek(interval);
            case SESSIONS -> SESSIONS * candlesADay;
        };
    }

    private static long expectedAWeek(Interval interval) {
        return 1 + Calendar.WEEKDAYS.missing(interval, FIRST_MONDAY_MS, FIRST_MONDAY_MS + WEEK_MS);
    }
}

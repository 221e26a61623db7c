package io.candlestream.feature;

/// Reads an open time, UTC epoch milliseconds, without making anything of it: [java.time.LocalDate]
/// would allocate. Everything counts from 0.
final class UtcTime {

    private static final long MINUTE_MS = 60_000;
    private static final int MINUTES_OF_DAY = 1_440;
    private static final long DAY_MS = MINUTES_OF_DAY * MINUTE_MS;
    private static final int THURSDAY = 3;
    private static final long MARCH_0000 = 719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int FEBRUARY = 11;

    private UtcTime() {}

    /// @return minutes since midnight
    static int minuteOfDay(double openTime) {
        return Math.floorMod(Math.floorDiv((long) openTime, MINUTE_MS), MINUTES_OF_DAY);
    }

    /// @return days since Monday
    static int weekday(double openTime) {
        return Math.floorMod(day(openTime) + THURSDAY, 7);
    }

    /// @return days since the first of the month
    static int dayOfMonth(double openTime) {
        int dayOfYear = dayOfYear(openTime);
        return dayOfYear - firstDay(month(dayOfYear));
    }

    /// @return how many days the month has
    static int daysOfMonth(double openTime) {
        int month = month(dayOfYear(openTime));
        if (month < FEBRUARY) {
            return firstDay(month + 1) - firstDay(month);
        }
        return isLeap(year(openTime) + 1) ? 29 : 28;
    }

    /// @return months since January
    static int month(double openTime) {
        return (month(dayOfYear(openTime)) + 2) % 12;
    }

    private static long day(double openTime) {
        return Math.floorDiv((long) openTime, DAY_MS);
    }

    /*
     * Years of the calculation begin in March, so that the odd day of a leap year is their last.
     * H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
     */

    /// @return years since March of the year in which the 400 years of the calendar last began anew
    private static int year(double openTime) {
        int day = dayOf400Years(openTime);
        return (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    }

    private static int dayOfYear(double openTime) {
        int year = year(openTime);
        return dayOf400Years(openTime) - (365 * year + year / 4 - year / 100);
    }

    private static int dayOf400Years(double openTime) {
        return Math.floorMod(day(openTime) + MARCH_0000, DAYS_OF_400_YEARS);
    }

    private static int month(int dayOfYear) {
        return (5 * dayOfYear + 2) / 153;
    }

    private static int firstDay(int month) {
        return (153 * month + 2) / 5;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}

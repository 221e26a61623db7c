package io.candlestream.candle;

import java.util.List;

/// The length of a candle, written as a whole number and a unit: `30s`, `1m`, `15m`, `1h`, `4h`,
/// `1d`, `1w`.
///
/// Candles of an interval open on its grid: whole multiples of the interval since the epoch in UTC,
/// weeks on Monday.
///
/// Keeps its text, which every message about its candles bears.
public final class Interval implements Comparable<Interval> {

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long WEEK_MS = 7 * DAY_MS;

    /// The epoch was a Thursday; the first Monday came four days later.
    private static final long FIRST_MONDAY_MS = 4 * DAY_MS;

    private record Unit(char letter, long durationMs) {}

    private static final List<Unit> UNITS =
            List.of(
                    new Unit('w', WEEK_MS),
                    new Unit('d', DAY_MS),
                    new Unit('h', HOUR_MS),
                    new Unit('m', MINUTE_MS),
                    new Unit('s', SECOND_MS));

    /// One minute, `1m`.
    public static final Interval ONE_MINUTE = new Interval(MINUTE_MS);

    /// Five minutes, `5m`.
    public static final Interval FIVE_MINUTES = new Interval(5 * MINUTE_MS);

    /// One hour, `1h`.
    public static final Interval ONE_HOUR = new Interval(HOUR_MS);

    /// One day, `1d`.
    public static final Interval ONE_DAY = new Interval(DAY_MS);

    private final long durationMs;
    private final String text;

    /// An interval of this length.
    ///
    /// @param durationMs milliseconds, at least one second and at most one week; it must divide a
    ///   day, or be one day or one week, so that the grid starts anew every midnight
    /// @throws IllegalArgumentException when it does not, or the length is out of range
    public Interval(long durationMs) {
        boolean dividesDay =
                durationMs >= SECOND_MS && durationMs % SECOND_MS == 0 && DAY_MS % durationMs == 0;
        if (!dividesDay && durationMs != WEEK_MS) {
            throw new IllegalArgumentException(
                    "interval must be whole seconds that divide a day, or one week, was "
                            + durationMs
                            + " ms");
        }
        this.durationMs = durationMs;
        this.text = text(durationMs);
    }

    /// Reads the written form; `60m` and `1h` are the same interval.
    ///
    /// @throws IllegalArgumentException when the text is not a number and a unit, or the length is
    ///   not a valid interval
    public static Interval parse(String text) {
        for (Unit unit : UNITS) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) == unit.letter) {
                return new Interval(count(text) * unit.durationMs);
            }
        }
        throw malformed(text);
    }

    /// Tells whether a candle of this interval may open at this time.
    public boolean isOnGrid(long openTimeMs) {
        return openTimeMs == openTimeMsAt(openTimeMs);
    }

    /// @param timeMs UTC epoch milliseconds
    /// @return when the candle opens that this time falls into: the last time on the grid that is
    ///   not after it
    public long openTimeMsAt(long timeMs) {
        long origin = durationMs == WEEK_MS ? FIRST_MONDAY_MS : 0;
        return timeMs - Math.floorMod(timeMs - origin, durationMs);
    }

    /// Tells whether a candle of the other interval is a whole number of candles of this one, and
    /// opens with one.
    public boolean divides(Interval other) {
        return other.durationMs % durationMs == 0;
    }

    /// @return the length in milliseconds
    public long durationMs() {
        return durationMs;
    }

    /// Equal when the lengths are.
    @Override
    public boolean equals(Object other) {
        return other instanceof Interval that && durationMs == that.durationMs;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(durationMs);
    }

    /// The written form in the largest unit that fits, `1h` for sixty minutes.
    @Override
    public String toString() {
        return text;
    }

    @Override
    public int compareTo(Interval other) {
        return Long.compare(durationMs, other.durationMs);
    }

    private static String text(long durationMs) {
        for (Unit unit : UNITS) {
            if (durationMs % unit.durationMs == 0) {
                return durationMs / unit.durationMs + String.valueOf(unit.letter);
            }
        }
        throw new AssertionError(durationMs);
    }

    private static long count(String text) {
        String digits = text.substring(0, text.length() - 1);
        if (!digits.matches("[1-9][0-9]{0,5}")) {
            throw malformed(text);
        }
        return Long.parseLong(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "interval must be a number and one of s, m, h, d, w, as in 15m, was "
                        + Quoted.of(text));
    }
}

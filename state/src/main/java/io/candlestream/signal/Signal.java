package io.candlestream.signal;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Quoted;

/// A number from elsewhere that belongs to an instrument: sentiment, funding, an index of fear and
/// greed. Nothing is checked here: [SignalHistory] judges every signal.
///
/// @param instrument what it belongs to
/// @param name what it is, as features call it
/// @param timeMs UTC epoch milliseconds at which the value was known
/// @param value in a unit of its own
public record Signal(Instrument instrument, String name, long timeMs, double value) {

    /// The greatest magnitude of a value.
    public static final double LARGEST = 1e30;

    private static final int LONGEST_NAME = 64;

    /// The last millisecond of the year 9999.
    private static final long LATEST_TIME_MS = 253_402_300_799_999L;

    /// Checks a name.
    ///
    /// @return the name
    /// @throws IllegalArgumentException when features could not call a signal so
    public static String checkedName(String name) {
        boolean isName =
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && isLetter(name.charAt(0))
                        && name.chars()
                                .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
        if (!isName) {
            throw new IllegalArgumentException(
                    "a signal's name must be 1 to 64 of a-z, 0-9 and _, starting with a letter,"
                            + " was "
                            + Quoted.of(name));
        }
        return name;
    }

    /// Tells whether a value can be computed with: finite, from -1e30 to 1e30.
    public static boolean isValue(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /// Tells whether a time is within 1970 to 9999.
    public static boolean isTime(long timeMs) {
        return timeMs >= 0 && timeMs <= LATEST_TIME_MS;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}

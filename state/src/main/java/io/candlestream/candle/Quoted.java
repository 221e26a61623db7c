package io.candlestream.candle;

/// Text from outside as messages show it: in quotes, and cut where it is too long to be read.
///
/// What was refused may be of any length, and a message goes to logs and to topics.
public final class Quoted {

    /// Longer than every valid instrument.
    private static final int LONGEST = 100;

    private Quoted() {}

    /// @return the text in double quotes, at most its first 100 characters
    public static String of(String text) {
        return '"' + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...") + '"';
    }
}

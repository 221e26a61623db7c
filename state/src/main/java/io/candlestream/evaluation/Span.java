package io.candlestream.evaluation;

import java.util.List;
import java.util.Locale;

/// A length of history, written as candles, `5000`, or as time, `365d`.
///
/// @param length candles or milliseconds, at least 0
/// @param unit which of them
public record Span(long length, Unit unit) {

    /// What lengths are measured in.
    public enum Unit {

        /// Accepted candles: a gap lengthens the time, not the number.
        CANDLES,

        /// Time, in milliseconds: a gap lessens the candles, not the time.
        TIME;

        /// The written form, the name in lower case.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Letter(char letter, long durationMs) {}

    private static final List<Letter> LETTERS =
            List.of(
                    new Letter('w', 604_800_000),
                    new Letter('d', 86_400_000),
                    new Letter('h', 3_600_000),
                    new Letter('m', 60_000),
                    new Letter('s', 1_000));

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the length is below 0
    public Span {
        if (length < 0) {
            throw new IllegalArgumentException("a length must be at least 0, was " + length);
        }
    }

    /// Reads the written form: a whole number of candles, or one followed by `s`, `m`, `h`, `d` or
    /// `w`.
    ///
    /// @throws IllegalArgumentException when the text is neither
    public static Span parse(String text) {
        String stripped = text.strip();
        if (stripped.matches("[0-9]{1,9}[smhdw]?")) {
            int end = stripped.length() - 1;
            for (Letter letter : LETTERS) {
                if (stripped.charAt(end) == letter.letter) {
                    long count = Long.parseLong(stripped.substring(0, end));
                    return new Span(count * letter.durationMs, Unit.TIME);
                }
            }
            return new Span(Long.parseLong(stripped), Unit.CANDLES);
        }
        throw new IllegalArgumentException(
                "a length must be candles as in 5000 or time as in 365d, was \"" + text + '"');
    }

    /// The written form, of a time in the largest unit that fits.
    @Override
    public String toString() {
        if (unit == Unit.CANDLES) {
            return Long.toString(length);
        }
        for (Letter letter : LETTERS) {
            if (length % letter.durationMs == 0) {
                return length / letter.durationMs + String.valueOf(letter.letter);
            }
        }
        return length + "ms";
    }
}

package io.candlestream.feature;

import java.util.List;

/// A parameter of an indicator: what may be written in its place, and what holds when nothing is.
public sealed interface Parameter {

    /// @return what it is called, in the grammar and in the documentation
    String name();

    /// @return the default as it would be written; empty when it must be given
    String defaultText();

    /// Another expression whose value is read; always first when there is one.
    record Source(String name, String defaultText) implements Parameter {}

    /// A whole number from `least` to `most`, inclusive.
    record Whole(String name, String defaultText, int least, int most) implements Parameter {}

    /// A number from `least` to `most`, inclusive.
    record Decimal(String name, String defaultText, double least, double most)
            implements Parameter {}

    /// One of a list of words; none means that any word will do.
    record Word(String name, String defaultText, List<String> choices) implements Parameter {

        /// Keeps its own copy of the list.
        public Word {
            choices = List.copyOf(choices);
        }
    }

    /// A length of time, as `30m` or `2d`, or `forever`; in milliseconds where it is a number.
    record Span(String name, String defaultText) implements Parameter {

        /// Without an end.
        static final String FOREVER = "forever";

        private static final List<String> UNITS = List.of("w", "d", "h", "m", "s");
        private static final List<Long> UNIT_MS =
                List.of(604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L);

        /// @return milliseconds, infinitely many for `forever`; NaN where the text is no span
        static double milliseconds(String text) {
            if (text.equals(FOREVER)) {
                return Double.POSITIVE_INFINITY;
            }
            if (!text.matches("[1-9][0-9]{0,8}[wdhms]")) {
                return Double.NaN;
            }
            int digits = text.length() - 1;
            int unit = UNITS.indexOf(text.substring(digits));
            return Long.parseLong(text.substring(0, digits)) * (double) UNIT_MS.get(unit);
        }

        /// The one way to write it: `2d` for `48h`.
        static String canonical(double milliseconds) {
            if (milliseconds == Double.POSITIVE_INFINITY) {
                return FOREVER;
            }
            int unit = 0;
            while ((long) milliseconds % UNIT_MS.get(unit) != 0) {
                unit++;
            }
            return (long) milliseconds / UNIT_MS.get(unit) + UNITS.get(unit);
        }
    }

    /// A source that is the close unless another is named.
    static Parameter source() {
        return new Source("source", "close");
    }

    /// A source that must be given.
    static Parameter source(String name) {
        return new Source(name, "");
    }

    /// A number of candles.
    ///
    /// @param least how short it may be
    static Parameter period(String name, int byDefault, int least) {
        return new Whole(name, Integer.toString(byDefault), least, 10_000);
    }

    /// A number of candles called `period`, at least 1.
    static Parameter period(int byDefault) {
        return period("period", byDefault, 1);
    }

    /// A number.
    ///
    /// @param byDefault as it would be written
    static Parameter decimal(String name, String byDefault, double least, double most) {
        return new Decimal(name, byDefault, least, most);
    }
}

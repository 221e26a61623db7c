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

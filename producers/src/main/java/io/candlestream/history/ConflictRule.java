package io.candlestream.history;

import java.util.Locale;

/// Which of several rows of one time and different numbers, one directly behind the other, is
/// taken. An exact repetition is no conflict; it is left out and counted.
public enum ConflictRule {

    /// The one that comes first.
    FIRST,
    /// The one that comes last.
    LAST,
    /// None of them.
    REJECT;

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException when there is no such rule
    public static ConflictRule parse(String text) {
        for (ConflictRule rule : values()) {
            if (rule.toString().equals(text)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(
                "conflicts must be first, last or reject, was \"" + text + '"');
    }

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

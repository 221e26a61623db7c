package io.candlestream.cli;

import java.util.Locale;

/// How a command prints its result.
enum OutputFormat {
    /// Aligned columns for people.
    TABLE,

    /// JSON for machines.
    JSON;

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

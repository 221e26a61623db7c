package io.candlestream.history;

import java.nio.file.Path;

/// A row that could not be understood. It is left out, and the rest of the file is read.
///
/// @param file the file
/// @param line the line, counted from 1
/// @param reason what must hold, then what was
/// @param text the row as it was, cut after 160 characters, control characters as dots
public record BadRow(Path file, long line, String reason, String text) {

    /// One line for a report: `FILE, line N: reason`.
    @Override
    public String toString() {
        return file + ", line " + line + ": " + reason;
    }
}

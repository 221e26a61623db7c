package io.candlestream.table;

/// A row that nothing is learned from.
///
/// @param line line of the file, counted from 1, the header being one
/// @param reason what must hold, then what was
public record RefusedRow(long line, String reason) {

    /// `line 7: x1 must be a number, was abc`.
    @Override
    public String toString() {
        return "line " + line + ": " + reason;
    }
}

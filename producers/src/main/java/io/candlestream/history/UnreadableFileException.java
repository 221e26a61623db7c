package io.candlestream.history;

import java.nio.file.Path;

/// A file that cannot be a candle file, or not to its end: missing, empty, binary, cut off, without
/// the columns of a candle, or without a hint what series it holds. The message says where, why and
/// what to do.
public final class UnreadableFileException extends RuntimeException {

    private final transient Path file;
    private final long line;
    private final String reason;

    /// @param file the file
    /// @param line the line, counted from 1, or 0 for the file as a whole
    /// @param reason what must hold, what was, and what to do about it
    UnreadableFileException(Path file, long line, String reason) {
        super(file + (line == 0 ? ": " : ", line " + line + ": ") + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// The line at fault, counted from 1, or 0 when it is the file as a whole.
    public long line() {
        return line;
    }

    /// What must hold, what was, and what to do about it.
    public String reason() {
        return reason;
    }
}

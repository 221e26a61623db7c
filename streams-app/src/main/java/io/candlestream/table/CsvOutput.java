package io.candlestream.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A CSV file that is there whole or not at all: it has another name until it is finished.
///
/// Numbers are the shortest decimals that give back the exact bits. What is no regular file, as
/// `/dev/stdout`, is written as it comes. Not thread-safe.
public final class CsvOutput implements AutoCloseable {

    private final Path file;
    private final Path written;
    private final Writer out;
    private final StringBuilder row = new StringBuilder();

    /// Begins a file.
    ///
    /// @param file what it will be called; one of that name is replaced when this one is finished
    /// @throws TableException when it cannot be written
    public CsvOutput(Path file) {
        try {
            this.file = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            boolean isSpecial = Files.exists(this.file) && !Files.isRegularFile(this.file);
            written =
                    isSpecial
                            ? this.file
                            : this.file.resolveSibling(this.file.getFileName() + ".unfinished");
            out = Files.newBufferedWriter(written);
        } catch (NoSuchFileException _) {
            throw new TableException(file + ": must be in a folder that exists, is not");
        } catch (IOException e) {
            throw new TableException(file + ": cannot be written: " + e);
        }
    }

    /// Adds a field.
    public CsvOutput text(String text) {
        separate();
        boolean mustBeQuoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
        row.append(mustBeQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        return this;
    }

    /// Adds a field.
    public CsvOutput whole(long number) {
        separate();
        row.append(number);
        return this;
    }

    /// Adds a field.
    public CsvOutput number(double number) {
        separate();
        row.append(number);
        return this;
    }

    /// Ends the row.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void endRow() {
        try {
            out.append(row.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        row.setLength(0);
    }

    /// Ends the file and gives it its name.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void finish() {
        try {
            out.close();
            if (!written.equals(file)) {
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Leaves nothing of a file that was not finished.
    @Override
    public void close() {
        try {
            out.close();
            if (!written.equals(file)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void separate() {
        if (!row.isEmpty()) {
            row.append(',');
        }
    }
}

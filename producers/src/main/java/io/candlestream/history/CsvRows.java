package io.candlestream.history;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The lines of a CSV file, one at a time in constant memory: the header first, then the rows.
final class CsvRows implements AutoCloseable {

    /// No byte of a file becomes this character, so the parser sees no quotes; [CsvRow] does.
    private static final char NO_QUOTE = '\uffff';

    private final Path path;
    private final CsvReader<CsvRow> csv;
    private final CloseableIterator<CsvRow> rows;
    private long line;

    /// Opens a file, plain or gzip.
    ///
    /// @throws UnreadableFileException when it is not a readable file
    CsvRows(Path path) {
        this.path = path;
        csv = parser(FileText.open(path));
        rows = csv.iterator();
    }

    /// The line of the last row, counted from 1.
    long line() {
        return line;
    }

    /// The first line.
    ///
    /// @throws UnreadableFileException when there is none, or it cannot be read
    CsvRow header() {
        CsvRow header = next();
        if (header == null) {
            throw unreadable(0, "must have a header and rows, is empty");
        }
        return header;
    }

    /// The next line, valid until the one after it; null behind the last.
    ///
    /// @throws UnreadableFileException when the file cannot be read on
    @Nullable CsvRow next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            CsvRow row = rows.next();
            line = row.line();
            return row;
        } catch (CsvParseException e) {
            throw unreadable(
                    line + 1,
                    "a field must have at most "
                            + CsvRow.LONGEST
                            + " characters, had more: this is not CSV with commas");
        } catch (UncheckedIOException e) {
            throw unreadable(line + 1, FileText.reason(Objects.requireNonNull(e.getCause())));
        }
    }

    /// The file cannot be what it should be, because of the last line.
    UnreadableFileException unreadable(String reason) {
        return unreadable(line, reason);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnreadableFileException unreadable(long at, String reason) {
        return new UnreadableFileException(path, at, reason);
    }

    private static CsvReader<CsvRow> parser(Reader text) {
        return CsvReader.builder()
                .quoteCharacter(NO_QUOTE)
                .maxBufferSize(CsvRow.LONGEST)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new CsvRow(), text);
    }
}

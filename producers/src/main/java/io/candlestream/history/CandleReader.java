package io.candlestream.history;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.candlestream.candle.Candle;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the candles of one file in constant memory.
///
/// A row that cannot be understood is counted, handed to the caller's sink and left out. What makes
/// the rest unreadable, such as a cut-off gzip file, is an [UnreadableFileException] after the
/// candles before it.
public final class CandleReader implements CandleSource {

    /// No byte of a file becomes this character, so the parser sees no quotes; [CsvRow] does.
    private static final char NO_QUOTE = '\uffff';

    private final CandleFile file;
    private final Consumer<BadRow> badRows;
    private final CsvReader<CsvRow> csv;
    private final CloseableIterator<CsvRow> rows;
    private final CandleColumns columns;
    private long line;
    private long badRowCount;

    CandleReader(CandleFile file, Consumer<BadRow> badRows) {
        this.file = file;
        this.badRows = badRows;
        csv = parser(FileText.open(file.path()));
        rows = csv.iterator();
        try {
            columns = readHeader();
        } catch (UnreadableFileException e) {
            close();
            throw e;
        }
    }

    @Override
    public @Nullable Candle next() {
        CsvRow row;
        while ((row = nextRow()) != null) {
            try {
                return columns.candle(row, file.series());
            } catch (MalformedRowException e) {
                badRowCount++;
                badRows.accept(new BadRow(file.path(), line, e.reason(), row.excerpt()));
            }
        }
        return null;
    }

    /// The line of the last candle, counted from 1; the header's before the first.
    public long line() {
        return line;
    }

    @Override
    public long badRowCount() {
        return badRowCount;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader<CsvRow> parser(Reader text) {
        return CsvReader.builder()
                .quoteCharacter(NO_QUOTE)
                .maxBufferSize(CsvRow.LONGEST)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new CsvRow(), text);
    }

    private CandleColumns readHeader() {
        CsvRow header = nextRow();
        if (header == null) {
            throw unreadable(0, "must have a header and rows, is empty");
        }
        try {
            return CandleColumns.of(header);
        } catch (MalformedRowException e) {
            throw unreadable(line, e.reason());
        }
    }

    private @Nullable CsvRow nextRow() {
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

    private UnreadableFileException unreadable(long at, String reason) {
        return new UnreadableFileException(file.path(), at, reason);
    }
}

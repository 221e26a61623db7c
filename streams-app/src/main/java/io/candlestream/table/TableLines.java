package io.candlestream.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The lines of a CSV file, cut into fields without the quotes and spaces around them, one at a
/// time. Empty lines are passed over.
///
/// Quotes are understood here and not by the parser, so that a stray quote spoils its own line and
/// never the lines after it.
public final class TableLines implements AutoCloseable {

    /// Stands in no text, so the parser sees no quotes.
    private static final char NO_QUOTE = '\uffff';

    private final Path file;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    /// Opens a file, plain or gzip.
    ///
    /// @throws TableException when it is not a readable file
    public TableLines(Path file) {
        this.file = file;
        csv =
                CsvReader.builder()
                        .quoteCharacter(NO_QUOTE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(TableText.open(file));
        records = csv.iterator();
    }

    /// The line of the last fields, counted from 1.
    public long line() {
        return line;
    }

    /// The fields of the next line; null behind the last.
    ///
    /// @throws TableException when the file cannot be read on
    public @Nullable List<String> next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            line = next.getStartingLineNumber();
            return fields(next.getFields());
        } catch (CsvParseException _) {
            throw new TableException(
                    "%s, line %d: must be a line of a CSV file, is too long for one"
                            .formatted(file, line + 1));
        } catch (UncheckedIOException e) {
            throw new TableException(
                    file + ": " + TableText.reason(Objects.requireNonNull(e.getCause())));
        }
    }

    /// Joins what a comma inside quotes has parted. A quote that is never closed makes one field of
    /// the rest, and the line has too few.
    private static List<String> fields(List<String> pieces) {
        List<String> fields = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            StringBuilder field = new StringBuilder(pieces.get(i).strip());
            boolean isQuoted = !field.isEmpty() && field.charAt(0) == '"';
            while (isQuoted && !isClosed(field) && i + 1 < pieces.size()) {
                i++;
                field.append(',').append(pieces.get(i).stripTrailing());
            }
            fields.add(
                    isQuoted && isClosed(field)
                            ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                            : field.toString());
        }
        return fields;
    }

    /// Whether all its quotes are in pairs, and so the last one ends it.
    private static boolean isClosed(StringBuilder field) {
        return field.length() > 1
                && field.charAt(field.length() - 1) == '"'
                && field.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

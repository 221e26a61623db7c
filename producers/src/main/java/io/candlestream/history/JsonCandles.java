package io.candlestream.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.candlestream.history.ColumnNames.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The candles of a JSON document, which is an array of rows; constant memory.
///
/// A row's line is its number, counted from 1.
final class JsonCandles implements CandleRows {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(16)
                                    .maxStringLength(CsvLines.LONGEST)
                                    .maxNameLength(1_000)
                                    .maxNumberLength(1_000)
                                    .build())
                    .build();

    private final Path path;
    private final JsonParser parser;
    private final JsonRow row;
    private long record;

    /// Reads to the first row.
    ///
    /// @param in closed with this, and when that fails
    JsonCandles(Path path, InputStream in, ColumnNames names) {
        this.path = path;
        row = new JsonRow(names);
        try {
            parser = JSON.createParser(in);
            parser.nextToken();
        } catch (IOException e) {
            try {
                in.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw unreadable(e);
        }
    }

    /// A parser of one row.
    static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return JSON.createParser(bytes, from, length);
    }

    /// Says in a user's words what is wrong.
    static String reason(IOException e) {
        return e instanceof JsonProcessingException broken
                ? "must be JSON: " + broken.getOriginalMessage().replaceAll("\\p{Cntrl}", ".")
                : PackedFile.reason(e);
    }

    @Override
    public boolean next() throws MalformedRowException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableFileException(
                        path, record + 1, "must end its array of candles, ends before");
            }
            if (token == JsonToken.END_ARRAY) {
                return false;
            }
            record++;
            row.read(parser, record);
            return true;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public CandleRow row() {
        return row.row();
    }

    @Override
    public OpenTimes times() {
        return row.times();
    }

    @Override
    public long line() {
        return record;
    }

    @Override
    public String excerpt() {
        return row.excerpt();
    }

    @Override
    public boolean hasSymbols() {
        return row.has(Part.SYMBOL);
    }

    @Override
    public String volumeName() {
        return "";
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnreadableFileException unreadable(IOException e) {
        return new UnreadableFileException(path, record + 1, reason(e));
    }
}

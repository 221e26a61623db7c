package io.candlestream.history;

import com.fasterxml.jackson.core.JsonParser;
import io.candlestream.history.ColumnNames.Part;
import java.io.IOException;

/// The candles of JSON lines, an object or an array a line; a broken line spoils only itself,
/// unless it is the first.
final class JsonLineCandles implements CandleRows {

    private final CsvLines lines;
    private final JsonRow row;
    private boolean hasBegun;

    JsonLineCandles(CsvLines lines, ColumnNames names) {
        this.lines = lines;
        lines.delimiter('\0');
        row = new JsonRow(names);
    }

    @Override
    public boolean next() throws MalformedRowException {
        if (!lines.next()) {
            return false;
        }
        try (JsonParser parser =
                JsonCandles.parser(lines.bytes(), lines.lineStart(), lines.lineLength())) {
            parser.nextToken();
            row.read(parser, lines.line());
            hasBegun = true;
            return true;
        } catch (IOException e) {
            throw malformed(JsonCandles.reason(e));
        } catch (MalformedRowException e) {
            throw malformed(e.reason());
        }
    }

    /// A file of which the first line is no candle is none.
    private MalformedRowException malformed(String reason) {
        if (!hasBegun) {
            throw lines.unreadable(reason);
        }
        return new MalformedRowException(reason);
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
        return lines.line();
    }

    @Override
    public String excerpt() {
        return lines.excerpt();
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
        lines.close();
    }
}

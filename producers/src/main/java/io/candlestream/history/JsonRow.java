package io.candlestream.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.candlestream.history.ColumnNames.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns a row of JSON into texts: an array of time, open, high, low, close and volume, or an
/// object with these names.
final class JsonRow {

    private static final List<String> ARRAY =
            List.of("time", "open", "high", "low", "close", "volume");
    private static final int MOST_COLUMNS = 1_000;

    private final ColumnNames names;
    private final CandleRow row = new CandleRow();
    private final OpenTimes times = new OpenTimes();
    private final List<String> keys = new ArrayList<>();
    private byte[] text = new byte[256];
    private int length;
    private int[] ends = new int[16];
    private int count;
    private boolean hasSymbol;
    private List<String> lastFound = List.of();
    private List<String> lastArray = List.of();
    private @Nullable CandleColumns lastColumns;

    JsonRow(ColumnNames names) {
        this.names = names;
    }

    CandleRow row() {
        return row;
    }

    OpenTimes times() {
        return times;
    }

    /// Whether the last row had this part.
    boolean has(Part part) {
        return part != Part.SYMBOL || hasSymbol;
    }

    /// Reads a row to its end, whatever it is.
    ///
    /// @throws MalformedRowException when it is no candle
    /// @throws IOException when it is no JSON
    void read(JsonParser parser, long line) throws IOException, MalformedRowException {
        length = 0;
        count = 0;
        keys.clear();
        if (parser.currentToken() != JsonToken.START_ARRAY
                && parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRowException("row must be an array or an object, was a value");
        }
        boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT;
                token = parser.nextToken()) {
            if (token == null) {
                throw new MalformedRowException("row must end, ends before");
            }
            if (token == JsonToken.FIELD_NAME) {
                keys.add(CsvLines.name(parser.currentName()));
                token = parser.nextToken();
            }
            take(parser, token);
        }
        if (count > MOST_COLUMNS) {
            throw new MalformedRowException(
                    "row must have at most " + MOST_COLUMNS + " values, had " + count);
        }
        place(isArray, line);
    }

    /// The texts, for a message.
    String excerpt() {
        String shown = new String(text, 0, length, StandardCharsets.UTF_8);
        return (shown.length() > 160 ? shown.substring(0, 160) + "..." : shown)
                .replaceAll("\\p{Cntrl}", ".");
    }

    private void take(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else if (token != null && count <= MOST_COLUMNS) {
            append(parser);
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = length;
        count = Math.min(count + 1, MOST_COLUMNS + 1);
        append(',');
    }

    private void append(JsonParser parser) throws IOException {
        char[] source = parser.getTextCharacters();
        int from = parser.getTextOffset();
        for (int at = from; at < from + parser.getTextLength(); at++) {
            append(source[at] < 0x80 ? source[at] : '?');
        }
    }

    private void append(char one) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = (byte) one;
    }

    private void place(boolean isArray, long line) throws MalformedRowException {
        CandleColumns columns = columns(isArray ? arrayColumns() : keys);
        if (!columns.missing().isEmpty()) {
            throw new MalformedRowException(
                    "row must have time, open, high, low, close and volume, missing "
                            + String.join(", ", columns.missing()));
        }
        row.text(text, line);
        hasSymbol = columns.place(Part.SYMBOL) >= 0;
        for (Part part : Part.values()) {
            int place = columns.place(part);
            if (place >= 0) {
                row.place(part, place == 0 ? 0 : ends[place - 1] + 1, ends[place]);
            }
        }
    }

    /// The columns of most rows are those of the row before.
    private CandleColumns columns(List<String> found) throws MalformedRowException {
        if (lastColumns == null || !found.equals(lastFound)) {
            lastColumns = CandleColumns.find(found, names);
            lastFound = List.copyOf(found);
        }
        return lastColumns;
    }

    private List<String> arrayColumns() {
        if (count == lastArray.size()) {
            return lastArray;
        }
        List<String> columns = new ArrayList<>(ARRAY.subList(0, Math.min(count, ARRAY.size())));
        for (int i = columns.size(); i < count; i++) {
            columns.add(String.format(Locale.ROOT, "%d", i + 1));
        }
        lastArray = columns;
        return columns;
    }
}

package io.candlestream.history;

import io.candlestream.history.ColumnNames.Part;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The candles of a CSV file: finds separator and header, and then the texts of each row.
///
/// The header is looked for in the first few lines, since some sites put their address before it. A
/// file without one is read where every column goes by its number, and where its first row is one
/// of Binance's dumps: twelve fields, of which the first is a time and the next five are numbers.
final class CsvCandles implements CandleRows {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LINES_BEFORE_ROWS = 5;
    private static final List<String> DUMP =
            List.of(
                    "open_time",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "7",
                    "8",
                    "9",
                    "10",
                    "11",
                    "12");
    private static final Part[] NUMBERED = {
        Part.OPEN, Part.HIGH, Part.LOW, Part.CLOSE, Part.VOLUME
    };

    private final CsvLines lines;
    private final CandleColumns columns;
    private final CandleRow row = new CandleRow();
    private final OpenTimes times = new OpenTimes();

    /// Reads to the first row.
    ///
    /// @param lines closed with this, and when that fails
    /// @throws UnreadableFileException when there are no columns of a candle
    CsvCandles(Path path, CsvLines lines, ColumnNames names) {
        this.lines = lines;
        try {
            columns = layout(path, names);
            lines.unmark();
            if (columns.isOpenTime()) {
                lookAtTimes();
            }
        } catch (UnreadableFileException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean next() throws MalformedRowException {
        if (!lines.next()) {
            return false;
        }
        lines.checkFields(columns.count());
        row.text(lines.bytes(), lines.line());
        place(Part.TIME);
        place(Part.OPEN);
        place(Part.HIGH);
        place(Part.LOW);
        place(Part.CLOSE);
        place(Part.VOLUME);
        if (hasSymbols()) {
            place(Part.SYMBOL);
        }
        return true;
    }

    @Override
    public CandleRow row() {
        return row;
    }

    @Override
    public OpenTimes times() {
        return times;
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
        return columns.place(Part.SYMBOL) >= 0;
    }

    @Override
    public String volumeName() {
        return columns.volumeName();
    }

    @Override
    public void close() {
        lines.close();
    }

    private void place(Part part) {
        int field = columns.place(part);
        row.place(part, lines.start(field), lines.end(field));
    }

    private CandleColumns layout(Path path, ColumnNames names) {
        @Nullable UnreadableFileException nearest = null;
        int fewestMissing = Integer.MAX_VALUE;
        lines.mark();
        for (int at = 0; at < LINES_BEFORE_ROWS; at++) {
            for (char separator : SEPARATORS) {
                lines.rewind();
                lines.mark();
                lines.delimiter(separator);
                if (!skipTo(at)) {
                    throw nearest == null
                            ? new UnreadableFileException(
                                    path, 0, "must have a header and rows, is empty")
                            : nearest;
                }
                CandleColumns found = columns(names);
                if (found.missing().isEmpty()) {
                    return found;
                }
                if (found.missing().size() < fewestMissing) {
                    fewestMissing = found.missing().size();
                    nearest = noHeader(found);
                }
            }
        }
        throw nearest == null ? lines.unreadable("must have a header") : nearest;
    }

    private boolean skipTo(int at) {
        for (int passed = 0; passed <= at; passed++) {
            if (!lines.next()) {
                return false;
            }
        }
        return true;
    }

    /// The columns by the line as a header, or by the line as a row that needs none.
    private CandleColumns columns(ColumnNames names) {
        try {
            if (names.isByNumber() ? isRowOf(names) : isDump()) {
                List<String> header = names.isByNumber() ? lines.names() : DUMP;
                CandleColumns found = CandleColumns.find(header, names);
                lines.rewind();
                return found;
            }
            return CandleColumns.find(lines.names(), names);
        } catch (MalformedRowException e) {
            throw lines.unreadable(e.reason());
        }
    }

    private boolean isDump() {
        return lines.fieldCount() == DUMP.size()
                && Decimal.parseWhole(lines.bytes(), lines.start(0), lines.end(0)) > 1_000_000_000L
                && areNumbers(1, 2, 3, 4, 5);
    }

    private boolean isRowOf(ColumnNames names) {
        int[] fields = new int[NUMBERED.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = names.number(NUMBERED[i]);
        }
        int time = names.number(Part.TIME);
        return areNumbers(fields)
                && time < lines.fieldCount()
                && times.parse(lines.bytes(), lines.start(time), lines.end(time)) != OpenTimes.NONE;
    }

    private boolean areNumbers(int... fields) {
        for (int field : fields) {
            if (field >= lines.fieldCount()
                    || Double.isNaN(
                            Decimal.parse(lines.bytes(), lines.start(field), lines.end(field)))) {
                return false;
            }
        }
        return true;
    }

    private UnreadableFileException noHeader(CandleColumns found) {
        return lines.unreadable(
                "header must name a time, open, high, low, close and volume, missing "
                        + String.join(", ", found.missing())
                        + ", was \""
                        + lines.excerpt()
                        + "\"; name others with --columns time=NAME,open=NAME");
    }

    /// Finds out from the first two rows whether small numbers are milliseconds.
    private void lookAtTimes() {
        lines.mark();
        long first = nextTime();
        long second = nextTime();
        lines.rewind();
        times.smallAreMs(OpenTimes.areMs(first, second < 0 ? first : second));
    }

    private long nextTime() {
        int field = columns.place(Part.TIME);
        return lines.next() && field < lines.fieldCount()
                ? Decimal.parseWhole(lines.bytes(), lines.start(field), lines.end(field))
                : -1;
    }
}

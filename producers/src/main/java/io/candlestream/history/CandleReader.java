package io.candlestream.history;

import io.candlestream.candle.Candle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the candles of one file in constant memory.
///
/// A row that cannot be understood is counted, handed to the caller's sink and left out. What makes
/// the rest unreadable, such as a cut-off gzip file, is an [UnreadableFileException] after the
/// candles before it.
public final class CandleReader implements CandleSource {

    private final CandleFile file;
    private final Consumer<BadRow> badRows;
    private final CsvRows rows;
    private final CandleColumns columns;
    private long badRowCount;

    CandleReader(CandleFile file, Consumer<BadRow> badRows) {
        this.file = file;
        this.badRows = badRows;
        rows = new CsvRows(file.path());
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
        while ((row = rows.next()) != null) {
            try {
                return columns.candle(row, file.series());
            } catch (MalformedRowException e) {
                badRowCount++;
                badRows.accept(new BadRow(file.path(), line(), e.reason(), row.excerpt()));
            }
        }
        return null;
    }

    /// The line of the last candle, counted from 1; the header's before the first.
    public long line() {
        return rows.line();
    }

    @Override
    public long badRowCount() {
        return badRowCount;
    }

    @Override
    public void close() {
        rows.close();
    }

    private CandleColumns readHeader() {
        CsvRow header = rows.header();
        try {
            return CandleColumns.of(header);
        } catch (MalformedRowException e) {
            throw rows.unreadable(e.reason());
        }
    }
}

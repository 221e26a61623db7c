package io.candlestream.history;

import io.candlestream.candle.Candle;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the candles of one file in constant memory.
///
/// A row that cannot be understood is counted, handed to the caller's sink and left out. What makes
/// the rest unreadable, such as a cut-off gzip file, is an [UnreadableFileException] after the
/// candles before it.
public final class CandleReader implements CandleSource {

    private final CandleFile file;
    private final CandleRows rows;
    private final UnderstoodRows understood;
    private final @Nullable ConflictFilter conflicts;
    private final RowStream stream;
    private @Nullable CandleRow row;

    CandleReader(CandleFile file, Consumer<BadRow> badRows) {
        this.file = file;
        FilePart part = file.part();
        Path shown = file.shownPath();
        rows = new FileEntry(file.path(), part.entry()).open(part.columns());
        understood = new UnderstoodRows(rows, shown, part, badRows);
        RowStream ordered = part.newestFirst() ? new ReversedRows(understood) : understood;
        ConflictRule rule = part.conflicts();
        conflicts = rule == null ? null : new ConflictFilter(ordered, rule, shown, badRows);
        stream = conflicts == null ? ordered : conflicts;
    }

    @Override
    public @Nullable Candle next() {
        CandleRow next = stream.next();
        row = next;
        return next == null ? null : next.candle(file.series());
    }

    /// The line of the last candle, counted from 1, or its number in a JSON array or parquet file;
    /// the header's before the first.
    public long line() {
        return row == null ? rows.line() : row.line();
    }

    @Override
    public long badRowCount() {
        return understood.badRowCount();
    }

    /// Rows left out since another of the same time was taken, or none; 0 without a rule.
    public long conflictCount() {
        return conflicts == null ? 0 : conflicts.conflictCount();
    }

    /// Exact repetitions left out; 0 without a rule for conflicts.
    public long duplicateCount() {
        return conflicts == null ? 0 : conflicts.duplicateCount();
    }

    /// The column that volumes are taken from, where there are several; empty where there is one.
    public String volumeName() {
        return rows.volumeName();
    }

    @Override
    public void close() {
        stream.close();
    }

    /// The last candle as a canonical row, with the digits it had in the file.
    void appendRowTo(StringBuilder out) {
        if (row == null) {
            throw new IllegalStateException("there must be a candle, was none");
        }
        row.appendTo(out);
    }
}

package io.candlestream.history;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Of rows of one time, one directly behind the other, lets one through by a rule; what is left out
/// is counted and told.
final class ConflictFilter implements RowStream {

    private final RowStream rows;
    private final ConflictRule rule;
    private final Path path;
    private final Consumer<BadRow> badRows;
    private final CandleRow kept = new CandleRow();
    private final CandleRow given = new CandleRow();
    private @Nullable CandleRow ahead;
    private boolean isBegun;
    private long duplicateCount;
    private long conflictCount;

    ConflictFilter(RowStream rows, ConflictRule rule, Path path, Consumer<BadRow> badRows) {
        this.rows = rows;
        this.rule = rule;
        this.path = path;
        this.badRows = badRows;
    }

    @Override
    public @Nullable CandleRow next() {
        if (!isBegun) {
            isBegun = true;
            ahead = rows.next();
        }
        while (ahead != null) {
            kept.copy(ahead);
            if (isAlone() || rule != ConflictRule.REJECT) {
                given.copy(kept);
                return given;
            }
            leaveOut(kept, 0);
        }
        return null;
    }

    /// Exact repetitions of a row that was taken.
    long duplicateCount() {
        return duplicateCount;
    }

    /// Rows that were left out for another of the same time.
    long conflictCount() {
        return conflictCount;
    }

    @Override
    public void close() {
        rows.close();
    }

    /// Reads on to the next time; then the one to be kept is kept.
    ///
    /// @return whether there was no other row of its time
    private boolean isAlone() {
        boolean isAlone = true;
        for (ahead = rows.next();
                ahead != null && ahead.openTimeMs() == kept.openTimeMs();
                ahead = rows.next()) {
            if (ahead.isSameAs(kept)) {
                duplicateCount++;
                continue;
            }
            isAlone = false;
            if (rule == ConflictRule.LAST) {
                leaveOut(kept, ahead.line());
                kept.copy(ahead);
            } else {
                leaveOut(ahead, kept.line());
            }
        }
        return isAlone;
    }

    private void leaveOut(CandleRow row, long otherLine) {
        conflictCount++;
        StringBuilder text = new StringBuilder();
        row.appendTo(text);
        String reason =
                switch (rule) {
                    case FIRST, LAST ->
                            "a time must have one candle, had another at line "
                                    + otherLine
                                    + "; the "
                                    + rule
                                    + " is taken";
                    case REJECT -> "a time must have one candle, had several; none is taken";
                };
        badRows.accept(new BadRow(path, row.line(), reason, text.toString()));
    }
}

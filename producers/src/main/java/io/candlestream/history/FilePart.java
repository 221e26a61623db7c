package io.candlestream.history;

import org.jspecify.annotations.Nullable;

/// Which candles of a file are meant, and how they lie in it.
///
/// @param entry the entry of a zip file; empty for the only one and for other files
/// @param symbol only rows of this symbol; empty for all
/// @param leads whether this part answers for rows of which no symbol can be told
/// @param newestFirst whether they are to be turned round
/// @param columns what the columns are called
/// @param conflicts which of several rows of one time is taken; null for all
public record FilePart(
        String entry,
        String symbol,
        boolean leads,
        boolean newestFirst,
        ColumnNames columns,
        @Nullable ConflictRule conflicts) {

    /// All rows as they are.
    public static final FilePart WHOLE = new FilePart("", "", true, false, ColumnNames.USUAL, null);

    /// The same, with this rule; null for all rows.
    public FilePart withConflicts(@Nullable ConflictRule rule) {
        return new FilePart(entry, symbol, leads, newestFirst, columns, rule);
    }
}

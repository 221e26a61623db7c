package io.candlestream.history;

import org.jspecify.annotations.Nullable;

/// Rows that were understood, one at a time.
interface RowStream extends AutoCloseable {

    /// The next row, valid until the one after it; null behind the last.
    ///
    /// @throws UnreadableFileException when the file cannot be read on
    @Nullable CandleRow next();

    @Override
    void close();
}

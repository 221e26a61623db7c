package io.candlestream.history;

import io.candlestream.candle.Candle;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Candles one at a time, in the order in which they are to be seen.
///
/// Not thread-safe: owned by whoever reads it.
public interface CandleSource extends AutoCloseable {

    /// The next candle, or null when there is none left.
    ///
    /// @throws UnreadableFileException when the file behind it cannot be read on
    @Nullable Candle next();

    /// Rows that could not be understood so far; they are told to whoever opened the source.
    default long badRowCount() {
        return 0;
    }

    /// Lets go of the file behind it, if there is one.
    @Override
    default void close() {}

    /// Candles that are already in memory.
    static CandleSource of(Iterable<Candle> candles) {
        Iterator<Candle> iterator = candles.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }
}

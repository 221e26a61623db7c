package io.candlestream.history;

import io.candlestream.candle.Candle;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Several sources interleaved by close time, so that whoever reads them sees one clock.
///
/// Of candles that close together, those of the source named first come first. The order within a
/// source is its own and is kept, even where it is not the order of time.
public final class MergedCandles implements CandleSource {

    private static final Comparator<Head> BY_CLOSE =
            Comparator.<Head>comparingLong(head -> head.closeTimeMs)
                    .thenComparingInt(head -> head.rank);

    private final List<CandleSource> sources;
    private final PriorityQueue<Head> heads;

    /// Reads the first candle of each source.
    ///
    /// @param sources closed together with this one
    /// @throws UnreadableFileException when a file cannot be read; all sources are closed then
    public MergedCandles(List<? extends CandleSource> sources) {
        this.sources = List.copyOf(sources);
        heads = new PriorityQueue<>(Math.max(1, sources.size()), BY_CLOSE);
        try {
            for (int rank = 0; rank < this.sources.size(); rank++) {
                advance(new Head(this.sources.get(rank), rank));
            }
        } catch (UnreadableFileException e) {
            close();
            throw e;
        }
    }

    @Override
    public @Nullable Candle next() {
        Head earliest = heads.poll();
        if (earliest == null) {
            return null;
        }
        Candle candle = earliest.candle;
        advance(earliest);
        return candle;
    }

    @Override
    public long badRowCount() {
        long count = 0;
        for (CandleSource source : sources) {
            count += source.badRowCount();
        }
        return count;
    }

    @Override
    public void close() {
        sources.forEach(CandleSource::close);
    }

    private void advance(Head head) {
        Candle candle = head.source.next();
        if (candle != null) {
            head.candle = candle;
            head.closeTimeMs = candle.closeTimeMs();
            heads.add(head);
        }
    }

    /// A source and its next candle.
    private static final class Head {

        private final CandleSource source;
        private final int rank;
        private @Nullable Candle candle;
        private long closeTimeMs;

        Head(CandleSource source, int rank) {
            this.source = source;
            this.rank = rank;
        }
    }
}

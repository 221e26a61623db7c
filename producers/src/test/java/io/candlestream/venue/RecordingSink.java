package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Keeps what a feed publishes, and wakes who waits for it.
final class RecordingSink implements CandleSink {

    private static final long LONGEST_WAIT_NS = 30_000_000_000L;

    private final Map<Series, List<Candle>> published = new HashMap<>();
    private final List<Candle> revisions = new ArrayList<>();
    private long count;

    @Override
    public synchronized void publish(Candle candle) {
        published.computeIfAbsent(candle.series(), _ -> new ArrayList<>()).add(candle);
        count++;
        notifyAll();
    }

    @Override
    public synchronized void revise(Candle before, Candle revised) {
        revisions.add(revised);
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    synchronized List<Candle> of(Series series) {
        return List.copyOf(published.getOrDefault(series, List.of()));
    }

    synchronized List<Candle> revisions() {
        return List.copyOf(revisions);
    }

    void awaitCount(long least) {
        await(() -> count >= least);
    }

    /// Waits until a condition holds that anything may make true.
    synchronized void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST_WAIT_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "what is waited for must happen; published so far: " + count);
            }
            try {
                wait(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}

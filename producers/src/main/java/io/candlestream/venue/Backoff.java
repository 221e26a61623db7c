package io.candlestream.venue;

import java.util.SplittableRandom;

/// How long to wait before the next attempt: a random part, from half to all, of a time that
/// doubles with every failure.
///
/// Seeded: the same seed waits the same. Not thread-safe.
final class Backoff {

    private final SplittableRandom random;
    private final long firstMs;
    private final long longestMs;
    private long nextMs;

    Backoff(long seed, long firstMs, long longestMs) {
        this.random = new SplittableRandom(seed);
        this.firstMs = Math.max(1, firstMs);
        this.longestMs = Math.max(this.firstMs, longestMs);
        this.nextMs = this.firstMs;
    }

    /// @return how long to wait after one more failure, milliseconds
    long next() {
        long waitMs = nextMs;
        nextMs = Math.min(longestMs, 2 * nextMs);
        return random.nextLong(waitMs / 2, waitMs + 1);
    }

    /// Starts small again, after a success.
    void reset() {
        nextMs = firstMs;
    }
}

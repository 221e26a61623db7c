package io.candlestream.bench;

/// How many candles were done at which time, and the rate that follows.
///
/// Not thread-safe.
final class RateSamples {

    private final long from;
    private final long total;
    private long firstDone = -1;
    private long firstNs;
    private long lastDone;
    private long lastNs;

    /// Samples that count from the first one with `from` candles done to the last one that moved.
    RateSamples(long from, long total) {
        this.from = from;
        this.total = total;
    }

    /// Takes a sample.
    ///
    /// @return whether everything is done
    boolean add(long timeNs, long done) {
        if (firstDone < 0 && done >= from) {
            firstDone = done;
            firstNs = timeNs;
            lastDone = done;
        }
        if (firstDone >= 0 && done > lastDone) {
            lastDone = done;
            lastNs = timeNs;
        }
        return done >= total;
    }

    /// @return candles per second
    /// @throws BenchmarkFailedException when everything was done before it could be watched
    double perSecond() {
        if (firstDone < 0 || lastDone <= firstDone) {
            throw new BenchmarkFailedException(
                    total + " candles must take several commits, took fewer than 2");
        }
        return (lastDone - firstDone) * 1e9 / (lastNs - firstNs);
    }
}

package io.candlestream.bench;

/// How many candles were done at which time, and the rate and the processor time that follow.
///
/// Not thread-safe.
final class RateSamples {

    private final long from;
    private final long total;
    private long firstDone = -1;
    private long firstNs;
    private long firstCpuNs;
    private long lastDone;
    private long lastNs;
    private long lastCpuNs;

    /// Samples that count from the first one with `from` candles done to the last one that moved.
    RateSamples(long from, long total) {
        this.from = from;
        this.total = total;
    }

    /// Takes a sample.
    ///
    /// @param timeNs `System.nanoTime`
    /// @param cpuNs processor time of the process
    /// @param done candles done
    /// @return whether everything is done
    boolean add(long timeNs, long cpuNs, long done) {
        if (firstDone < 0 && done >= from) {
            firstDone = done;
            firstNs = timeNs;
            firstCpuNs = cpuNs;
            lastDone = done;
        }
        if (firstDone >= 0 && done > lastDone) {
            lastDone = done;
            lastNs = timeNs;
            lastCpuNs = cpuNs;
        }
        return done >= total;
    }

    /// @return candles per second
    /// @throws BenchmarkFailedException when everything was done before it could be watched
    double perSecond() {
        requireSeveral();
        return (lastDone - firstDone) * 1e9 / (lastNs - firstNs);
    }

    /// @return microseconds of processor time per candle, of all threads of the process together
    /// @throws BenchmarkFailedException when everything was done before it could be watched
    double cpuMicrosEach() {
        requireSeveral();
        return (lastCpuNs - firstCpuNs) / 1e3 / (lastDone - firstDone);
    }

    private void requireSeveral() {
        if (firstDone < 0 || lastDone <= firstDone) {
            throw new BenchmarkFailedException(
                    total + " candles must take several commits, took fewer than 2");
        }
    }
}

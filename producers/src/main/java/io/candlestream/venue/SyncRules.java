package io.candlestream.venue;

/// When a series asks for candles by REST, and what it believes.
///
/// @param graceMs how long after its close a candle may be on its way before it is asked for
/// @param settleMs how long after a candle's close an answer without it is not yet believed: the
///   servers that answer may lag behind those that stream
/// @param recheck how many published candles are asked for again with every question, to find
///   revisions
/// @param pageCandles how many candles one answer holds
/// @param backfill how many candles before now a series begins with that the topic does not have
public record SyncRules(long graceMs, long settleMs, int recheck, int pageCandles, int backfill) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a component is out of its range
    public SyncRules {
        requireAtLeast("grace", graceMs, 0);
        requireAtLeast("settle", settleMs, 0);
        requireAtLeast("recheck", recheck, 0);
        requireAtLeast("page size", pageCandles, recheck + 1L);
        requireAtLeast("backfill", backfill, 0);
    }

    private static void requireAtLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", was " + value);
        }
    }
}

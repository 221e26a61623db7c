package io.candlestream.venue;

import io.candlestream.candle.Candle;

/// A series of a feed, and whether the venue has one word for it.
///
/// Not thread-safe: owned by the feed's thread.
final class FeedSeries {

    private final SeriesSync sync;
    private final long silentMs;
    private long heardMs = Long.MIN_VALUE;
    private boolean isSilent;
    private boolean isRefused;

    FeedSeries(SeriesSync sync, long silentMs) {
        this.sync = sync;
        this.silentMs = silentMs + 2 * sync.series().interval().durationMs();
    }

    SeriesSync sync() {
        return sync;
    }

    void connected(long nowMs) {
        sync.connected(nowMs);
        if (heardMs == Long.MIN_VALUE) {
            heardMs = nowMs;
        }
    }

    void heard(long nowMs) {
        heardMs = nowMs;
        isSilent = false;
    }

    /// @return whether it has just become silent
    boolean becomesSilent(long nowMs) {
        if (isSilent || isRefused || heardMs == Long.MIN_VALUE || nowMs - heardMs <= silentMs) {
            return false;
        }
        isSilent = true;
        return true;
    }

    void refuse() {
        isRefused = true;
    }

    boolean isRefused() {
        return isRefused;
    }

    SeriesStatus status(boolean isConnected, long nowMs, long reconnects) {
        Candle last = sync.last();
        return new SeriesStatus(
                sync.series(),
                state(isConnected),
                last == null ? -1 : last.openTimeMs(),
                last == null ? -1 : Math.max(0, nowMs - last.closeTimeMs()),
                sync.counts(),
                reconnects);
    }

    private String state(boolean isConnected) {
        if (isRefused) {
            return "refused";
        }
        if (!isConnected) {
            return "connecting";
        }
        if (isSilent) {
            return "silent";
        }
        return sync.isCatchingUp() ? "catching-up" : "live";
    }
}

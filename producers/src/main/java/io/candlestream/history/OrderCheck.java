package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import org.jspecify.annotations.Nullable;

/// Counts what is wrong with the order of a series' candles. Every hole is a gap, as in a market
/// that is always open.
final class OrderCheck {

    private final Interval interval;
    private @Nullable Candle last;
    private long duplicateCount;
    private long conflictCount;
    private long lateCount;
    private long offGridCount;
    private long gapCount;
    private long missingCount;
    private long longestGap;

    OrderCheck(Series series) {
        interval = series.interval();
    }

    void count(Candle candle) {
        if (!interval.isOnGrid(candle.openTimeMs())) {
            offGridCount++;
        } else if (last == null) {
            last = candle;
        } else if (candle.openTimeMs() < last.openTimeMs()) {
            lateCount++;
        } else if (candle.isSameAs(last)) {
            duplicateCount++;
        } else if (candle.openTimeMs() == last.openTimeMs()) {
            conflictCount++;
        } else {
            countMissing(last, candle);
            last = candle;
        }
    }

    FileReport.Order counts() {
        return new FileReport.Order(
                duplicateCount,
                conflictCount,
                lateCount,
                offGridCount,
                gapCount,
                missingCount,
                longestGap);
    }

    private void countMissing(Candle from, Candle to) {
        long missing = (to.openTimeMs() - from.openTimeMs()) / interval.durationMs() - 1;
        if (missing > 0) {
            gapCount++;
            missingCount += missing;
            longestGap = Math.max(longestGap, missing);
        }
    }
}

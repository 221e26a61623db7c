package io.candlestream.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.math.MathContext;

/// A line of a chart: a long series in few points that keep its extremes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | times, UTC epoch milliseconds, rising; values, finite |
/// | output | at most [#MOST] points: the first, the last, and the least and greatest of every bucket |
/// | warm-up | none |
/// | state | four arrays of 998; O(1) time on average, no allocation per value |
///
/// ```
/// bucket   width values behind each other; width doubles, and buckets merge by two, when all are full
/// ```
///
/// Up to 998 values all are points. Not thread-safe.
public final class Line {

    /// The most points that a line has.
    public static final int MOST = 2_000;

    private static final int BUCKETS = MOST / 2 - 2;
    private static final MathContext SHOWN = new MathContext(7);

    private final long[] lowMs = new long[BUCKETS];
    private final double[] low = new double[BUCKETS];
    private final long[] highMs = new long[BUCKETS];
    private final double[] high = new double[BUCKETS];
    private long width = 1;
    private long count;
    private long firstMs;
    private double first;
    private long lastMs;
    private double last;

    /// Adds a value.
    ///
    /// @param timeMs later than that of the value before
    public void add(long timeMs, double value) {
        if (count == 0) {
            firstMs = timeMs;
            first = value;
        }
        if (count == width * BUCKETS) {
            merge();
        }
        int bucket = (int) (count / width);
        boolean isNew = count % width == 0;
        if (isNew || value < low[bucket]) {
            lowMs[bucket] = timeMs;
            low[bucket] = value;
        }
        if (isNew || value > high[bucket]) {
            highMs[bucket] = timeMs;
            high[bucket] = value;
        }
        lastMs = timeMs;
        last = value;
        count++;
    }

    private void merge() {
        for (int i = 0; i < BUCKETS / 2; i++) {
            int lower = low[2 * i + 1] < low[2 * i] ? 2 * i + 1 : 2 * i;
            int higher = high[2 * i + 1] > high[2 * i] ? 2 * i + 1 : 2 * i;
            lowMs[i] = lowMs[lower];
            low[i] = low[lower];
            highMs[i] = highMs[higher];
            high[i] = high[higher];
        }
        width *= 2;
    }

    /// @return how many values were added
    public long count() {
        return count;
    }

    /// Adds the points, each `[time, value]`, in the order of time; values to seven digits.
    void putInto(ArrayNode points) {
        if (count == 0) {
            return;
        }
        long writtenMs = firstMs;
        put(points, firstMs, first);
        for (int b = 0; b < Math.ceilDiv(count, width); b++) {
            boolean isLowFirst = lowMs[b] <= highMs[b];
            long earlierMs = isLowFirst ? lowMs[b] : highMs[b];
            long laterMs = isLowFirst ? highMs[b] : lowMs[b];
            if (earlierMs > writtenMs) {
                put(points, earlierMs, isLowFirst ? low[b] : high[b]);
                writtenMs = earlierMs;
            }
            if (laterMs > writtenMs) {
                put(points, laterMs, isLowFirst ? high[b] : low[b]);
                writtenMs = laterMs;
            }
        }
        if (lastMs > writtenMs) {
            put(points, lastMs, last);
        }
    }

    private static void put(ArrayNode points, long timeMs, double value) {
        points.addArray().add(timeMs).add(shown(value));
    }

    /// @return a value to as many digits as a chart can show
    static BigDecimal shown(double value) {
        return new BigDecimal(value, SHOWN).stripTrailingZeros();
    }
}

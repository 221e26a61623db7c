package io.candlestream.history;

import io.candlestream.candle.Candle;
import java.util.Arrays;

/// Counts candles whose move is beyond all recent ones.
///
/// ```
/// r  = ln(close / close before)
/// m  = median of the last 100 r before this one
/// d  = median of |r - m| over the same, at least 0.0001
/// outlier: |r - m| > limit * d
/// ```
///
/// The first 30 moves are never outliers. An outlier is a recent move to those after it, so that a
/// lasting change of the market is not flagged for long. Candles with a close of 0 or less take no
/// part.
final class OutlierCheck {

    static final double USUAL_LIMIT = 20;

    private static final int MOVES = 100;
    private static final int FEWEST_MOVES = 30;
    private static final double LEAST_DEVIATION = 1e-4;

    private final double limit;
    private final double[] recent = new double[MOVES];
    private final double[] sorted = new double[MOVES];
    private int moveCount;
    private int oldest;
    private double lastClose = Double.NaN;
    private long outlierCount;

    OutlierCheck(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("outliers must be above 0, was " + limit);
        }
        this.limit = limit;
    }

    void count(Candle candle) {
        if (candle.close() <= 0) {
            return;
        }
        double move = StrictMath.log(candle.close() / lastClose);
        lastClose = candle.close();
        if (!Double.isFinite(move)) {
            return;
        }
        if (moveCount >= FEWEST_MOVES) {
            double median = sorted[moveCount / 2];
            double deviation = Math.max(LEAST_DEVIATION, deviation(median));
            outlierCount += Math.abs(move - median) > limit * deviation ? 1 : 0;
        }
        take(move);
    }

    long count() {
        return outlierCount;
    }

    /// The middle one of the distances from the median, of which the sorted moves have the smallest
    /// next to it: the two sides are merged until the middle.
    private double deviation(double median) {
        int above = moveCount / 2;
        int below = above - 1;
        double distance = 0;
        for (int passed = 0; passed <= moveCount / 2; passed++) {
            double up = above < moveCount ? sorted[above] - median : Double.POSITIVE_INFINITY;
            double down = below >= 0 ? median - sorted[below] : Double.POSITIVE_INFINITY;
            distance = Math.min(up, down);
            above += up <= down ? 1 : 0;
            below -= up <= down ? 0 : 1;
        }
        return distance;
    }

    private void take(double move) {
        if (moveCount == MOVES) {
            int gone = Arrays.binarySearch(sorted, recent[oldest]);
            System.arraycopy(sorted, gone + 1, sorted, gone, MOVES - gone - 1);
            moveCount--;
        }
        recent[oldest] = move;
        oldest = (oldest + 1) % MOVES;
        int found = Arrays.binarySearch(sorted, 0, moveCount, move);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, moveCount - at);
        sorted[at] = move;
        moveCount++;
    }
}

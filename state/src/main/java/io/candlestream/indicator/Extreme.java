package io.candlestream.indicator;

/// The highest or the lowest of a node's last `period` values, and how long ago it was.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | the extreme, in the node's unit; [#age] in updates, from 0 to `period - 1` |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// Of several equal extremes the newest counts, as in TA-Lib. Not thread-safe: owned by one stream
/// task.
///
/// Source: TA-Lib 0.4.0, `TA_MAX`, `TA_MIN`, `TA_AROON`.
public final class Extreme extends TwoBlockWindow {

    private final double sign;
    private final double[] frontBest;
    private final int[] frontAge;
    private double backBest;
    private int backFound;

    private Extreme(History input, int period, int sign) {
        super(period, 1, input);
        this.sign = sign;
        frontBest = new double[period + 1];
        frontAge = new int[period + 1];
    }

    /// The highest value of a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme highest(History input, int period) {
        return new Extreme(input, period, 1);
    }

    /// The lowest value of a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public static Extreme lowest(History input, int period) {
        return new Extreme(input, period, -1);
    }

    /// @return how many updates ago the extreme came, 0 when it is the newest value; of no meaning
    ///   before [#ready]
    public int age() {
        int back = backCount();
        int front = period - back;
        return backBest >= frontBest[front] ? back - backFound : frontAge[front] + back;
    }

    /// Of equal values the first is the newest, since it comes from the newest to the oldest.
    @Override
    void layDown(int age) {
        double[] values = window.array();
        int newest = window.newest() - age;
        double best = Double.NEGATIVE_INFINITY;
        int bestAge = 0;
        for (int count = 1; count <= period - age; count++) {
            double value = sign * values[newest + 1 - count];
            if (value > best) {
                best = value;
                bestAge = count - 1;
            }
            frontBest[count] = best;
            frontAge[count] = bestAge;
        }
        backBest = Double.NEGATIVE_INFINITY;
    }

    @Override
    void add(int back, double entry) {
        double value = sign * entry;
        if (value >= backBest) {
            backBest = value;
            backFound = back;
        }
    }

    @Override
    double combined(int front, int back) {
        return sign * Math.max(backBest, frontBest[front]);
    }

    @Override
    double extended(int front, int back, double entry) {
        double value = sign * entry;
        double bestBefore = backBest;
        double best = Math.max(value, bestBefore);
        backBest = best;
        backFound = value >= bestBefore ? back : backFound;
        return sign * Math.max(best, frontBest[front]);
    }
}

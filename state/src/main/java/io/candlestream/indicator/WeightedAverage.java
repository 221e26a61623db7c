package io.candlestream.indicator;

/// Linearly weighted moving average.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | average, in the node's unit |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// value = (period * x[0] + (period - 1) * x[1] + ... + 1 * x[period - 1])
///         / (period * (period + 1) / 2)
/// ```
///
/// Where a block begins, its newest number is taken as zero: a source that does not move is
/// returned to the bit. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_WMA`.
public final class WeightedAverage extends TwoBlockWindow {

    private final double weights;
    private final double[] frontWeighted;
    private double origin;
    private double sum;
    private double weighted;

    /// An average over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public WeightedAverage(History input, int period) {
        super(period, 1, input);
        weights = period * (period + 1.0) / 2;
        frontWeighted = new double[period + 1];
    }

    @Override
    void layDown(int age) {
        double[] values = window.array();
        int newest = window.newest() - age;
        origin = values[newest];
        double total = 0;
        double totalOfTotals = 0;
        for (int count = 1; count <= period - age; count++) {
            total += values[newest + 1 - count] - origin;
            totalOfTotals += total;
            frontWeighted[count] = totalOfTotals;
        }
        sum = 0;
        weighted = 0;
    }

    @Override
    void add(int back, double entry) {
        double shifted = entry - origin;
        sum += shifted;
        weighted += back * shifted;
    }

    @Override
    double combined(int front, int back) {
        return origin + (frontWeighted[front] + (front * sum + weighted)) / weights;
    }

    @Override
    double extended(int front, int back, double entry) {
        add(back, entry);
        return combined(front, back);
    }
}

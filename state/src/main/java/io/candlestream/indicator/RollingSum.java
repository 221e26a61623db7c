package io.candlestream.indicator;

/// Sum of a node's last `period` values.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | the sum, in the node's unit; never below 0 when no value is |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// value = x[0] + ... + x[period - 1]
/// ```
///
/// Never subtracts what leaves the window, as TA-Lib does: 1e30 that has left it leaves nothing
/// behind. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_SUM`.
public final class RollingSum extends TwoBlockWindow {

    private final double[] frontSum;
    private double sum;

    /// A sum over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public RollingSum(History input, int period) {
        super(period, 1, input);
        frontSum = new double[period + 1];
    }

    /// The numbers are summed as they are: a sum of none below 0 is never below 0.
    @Override
    void layDown(int age) {
        double[] values = window.array();
        int newest = window.newest() - age;
        double total = 0;
        for (int count = 1; count <= period - age; count++) {
            total += values[newest + 1 - count];
            frontSum[count] = total;
        }
        sum = 0;
    }

    @Override
    void add(int back, double entry) {
        sum += entry;
    }

    @Override
    double combined(int front, int back) {
        return frontSum[front] + sum;
    }

    @Override
    double extended(int front, int back, double entry) {
        double total = sum + entry;
        sum = total;
        return frontSum[front] + total;
    }
}

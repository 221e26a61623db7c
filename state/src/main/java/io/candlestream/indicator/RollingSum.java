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
    private double backSum;

    /// A sum over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public RollingSum(History input, int period) {
        super(input, period);
        frontSum = new double[period + 1];
    }

    @Override
    void startBlock(double newest) {
        backSum = 0;
    }

    @Override
    void extendFront(double value, int count) {
        frontSum[count] = frontSum[count - 1] + value;
    }

    @Override
    void extendBack(double value, int count) {
        backSum += value;
    }

    @Override
    double combined(int frontCount, int backCount) {
        return frontSum[frontCount] + backSum;
    }
}

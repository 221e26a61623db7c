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
    private final double[] frontSum;
    private final double[] frontWeighted;
    private double origin;
    private double backSum;
    private double backWeighted;

    /// An average over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public WeightedAverage(History input, int period) {
        super(input, period);
        weights = period * (period + 1.0) / 2;
        frontSum = new double[period + 1];
        frontWeighted = new double[period + 1];
    }

    @Override
    void startBlock(double newest) {
        origin = newest;
        backSum = 0;
        backWeighted = 0;
    }

    /// The oldest number has the weight 1, and all the others one more than before it came.
    @Override
    void extendFront(double value, int count) {
        frontSum[count] = frontSum[count - 1] + (value - origin);
        frontWeighted[count] = frontWeighted[count - 1] + frontSum[count];
    }

    @Override
    void extendBack(double value, int count) {
        backSum += value - origin;
        backWeighted += count * (value - origin);
    }

    @Override
    double combined(int frontCount, int backCount) {
        double weighted = frontWeighted[frontCount] + (frontCount * backSum + backWeighted);
        return origin + weighted / weights;
    }
}

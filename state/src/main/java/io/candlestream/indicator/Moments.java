package io.candlestream.indicator;

/// Mean of a node's last `period` values, with their variance and deviation.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | the mean, in the node's unit; [#variance], [#deviation], [#zScore] |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// mean     = sum(x) / period
/// variance = sum((x - mean)^2) / period
/// ```
///
/// One node for all that reads a window's moments. Both are of `x - origin`, the origin being the
/// newest value of the last block, which stays in the window until the next turn: a distance is
/// never larger than the window's range, the variance never less than the square of that range over
/// `2 period`, so that neither an offset of 1e9 nor the difference of the sums costs digits that
/// matter. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_SMA`, `TA_VAR`, `TA_STDDEV`.
public final class Moments extends TwoBlockWindow {

    private final double share;
    private final double[] front;
    private double origin;
    private double backSum;
    private double backSquares;
    private double sum;
    private double squares;

    /// Moments over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Moments(History input, int period) {
        super(period, 1, input);
        share = 1.0 / period;
        front = new double[2 * (period + 1)];
    }

    /// @return the population variance, `>= 0`; of no meaning before [#ready]
    public double variance() {
        return Math.max(squares - sum * sum * share, 0) * share;
    }

    /// @return the population standard deviation, `>= 0`; of no meaning before [#ready]
    public double deviation() {
        return Math.sqrt(variance());
    }

    /// @return how many standard deviations the newest value is above the mean; 0 when there is no
    ///   deviation; of no meaning before [#ready]
    public double zScore() {
        double deviation = deviation();
        return deviation > 0 ? (window.at(0) - value()) / deviation : 0;
    }

    @Override
    void layDown(int age) {
        double[] values = window.array();
        int newest = window.newest() - age;
        origin = values[newest];
        double total = 0;
        double totalOfSquares = 0;
        for (int count = 1; count <= period - age; count++) {
            double shifted = values[newest + 1 - count] - origin;
            total += shifted;
            totalOfSquares += shifted * shifted;
            front[2 * count] = total;
            front[2 * count + 1] = totalOfSquares;
        }
        backSum = 0;
        backSquares = 0;
    }

    @Override
    void add(int back, double entry) {
        double shifted = entry - origin;
        backSum += shifted;
        backSquares += shifted * shifted;
    }

    @Override
    double combined(int frontCount, int back) {
        return combined(frontCount, backSum, backSquares);
    }

    @Override
    double extended(int frontCount, int back, double entry) {
        double shifted = entry - origin;
        double total = backSum + shifted;
        double totalOfSquares = backSquares + shifted * shifted;
        backSum = total;
        backSquares = totalOfSquares;
        return combined(frontCount, total, totalOfSquares);
    }

    private double combined(int frontCount, double total, double totalOfSquares) {
        double all = front[2 * frontCount] + total;
        sum = all;
        squares = front[2 * frontCount + 1] + totalOfSquares;
        return origin + all * share;
    }
}

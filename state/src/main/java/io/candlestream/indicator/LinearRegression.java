package io.candlestream.indicator;

/// The least-squares line through the last `period` values of a node.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of a node, any finite number |
/// | output | the line at the newest value, in the input's unit; [#slope], [#at], [#correlation] |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// t     = 0 (oldest), ..., period - 1 (newest)
/// slope = sum((t - mean(t)) (x - mean(x))) / sum((t - mean(t))^2)
/// at(t) = mean(x) + slope (t - mean(t))                     value = at(period - 1)
/// correlation = slope sqrt(sum((t - mean(t))^2) / sum((x - mean(x))^2))
/// ```
///
/// Computed without drift on what is left after subtracting a value of the window, as
/// [RollingMoments]. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_LINEARREG`.
public final class LinearRegression extends TwoBlockWindow {

    private static final int SUMS = 3;

    private final double[] front;
    private final double share;
    private final double timeSquares;
    private double origin;
    private double sum;
    private double sumOfSquares;
    private double sumOverTime;
    private double mean;
    private double squares;
    private double products;

    /// A line through nothing yet.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public LinearRegression(History input, int period) {
        super(period, 2, input);
        front = new double[SUMS * (period + 1)];
        share = 1.0 / period;
        timeSquares = (double) period * ((double) period * period - 1) / 12;
    }

    /// @return the rise of the line from one candle to the next, in the input's unit
    public double slope() {
        return products / timeSquares;
    }

    /// @param time candles after the oldest value of the window: 0 is the intercept, `period - 1`
    ///   the newest value, `period` the forecast of the next one
    /// @return the line at that time, in the input's unit
    public double at(int time) {
        return origin + (mean + slope() * (time - (period - 1) / 2.0));
    }

    /// @return how well the line fits, in `[-1, 1]`: the input's correlation with time, whose
    ///   square is R²; 0 when the input does not vary
    public double correlation() {
        double deviations = Math.sqrt(squares) * Math.sqrt(timeSquares);
        return deviations > 0 ? Math.clamp(products / deviations, -1, 1) : 0;
    }

    /// Time runs against the order here: the newest value of the front is at 0, older ones below.
    @Override
    void layDown(int age) {
        double[] values = window.array();
        int newest = window.newest() - age;
        origin = values[newest];
        double total = 0;
        double totalOfSquares = 0;
        double totalOverTime = 0;
        for (int count = 1; count <= period - age; count++) {
            double shifted = values[newest + 1 - count] - origin;
            total += shifted;
            totalOfSquares += shifted * shifted;
            totalOverTime -= shifted * (count - 1);
            int at = SUMS * count;
            front[at] = total;
            front[at + 1] = totalOfSquares;
            front[at + 2] = totalOverTime;
        }
        sum = 0;
        sumOfSquares = 0;
        sumOverTime = 0;
    }

    /// The first value of the back is at 1.
    @Override
    void add(int back, double entry) {
        double shifted = entry - origin;
        sum += shifted;
        sumOfSquares += shifted * shifted;
        sumOverTime += shifted * back;
    }

    @Override
    double extended(int frontCount, int back, double entry) {
        add(back, entry);
        return combined(frontCount, back);
    }

    /// The mean time is that of `back` and of `1 - front`.
    @Override
    double combined(int frontCount, int back) {
        int at = SUMS * frontCount;
        double total = front[at] + sum;
        double meanTime = (back + 1 - frontCount) / 2.0;
        mean = total * share;
        squares = Math.max(front[at + 1] + sumOfSquares - total * mean, 0);
        products = front[at + 2] + sumOverTime - total * meanTime;
        return at(period - 1);
    }
}

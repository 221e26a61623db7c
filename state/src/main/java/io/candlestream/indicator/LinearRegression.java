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

    private final double[] frontMean;
    private final double[] frontSquares;
    private final double[] frontProducts;
    private double origin;
    private double runningMean;
    private double runningSquares;
    private double runningProducts;
    private double mean;
    private double squares;
    private double products;

    /// A line through nothing yet.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public LinearRegression(History input, int period) {
        super(period, 2, input);
        frontMean = new double[period + 1];
        frontSquares = new double[period + 1];
        frontProducts = new double[period + 1];
    }

    /// @return the rise of the line from one candle to the next, in the input's unit
    public double slope() {
        return products / timeSquares();
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
        double deviations = Math.sqrt(squares) * Math.sqrt(timeSquares());
        return deviations > 0 ? Math.clamp(products / deviations, -1, 1) : 0;
    }

    @Override
    void begin(int age) {
        origin = window.get(age);
    }

    @Override
    void clear() {
        runningMean = 0;
        runningSquares = 0;
        runningProducts = 0;
    }

    /// Time runs in the order of adding here; the mean of the first `count` times is `(count - 1) /
    /// 2`, and so is the distance of the last of them from it.
    @Override
    void add(int count, int age) {
        double delta = window.get(age) - origin - runningMean;
        double step = delta / count;
        runningMean += step;
        runningSquares += delta * (delta - step);
        runningProducts += delta * ((count - 1) / 2.0);
    }

    /// The front is added from the newest value to the oldest, against time.
    @Override
    void keep(int count) {
        frontMean[count] = runningMean;
        frontSquares[count] = runningSquares;
        frontProducts[count] = -runningProducts;
    }

    /// The mean times of both parts are `period / 2` apart.
    @Override
    double combined(int front, int back) {
        double gap = runningMean - frontMean[front];
        mean = frontMean[front] + gap * back / period;
        squares = frontSquares[front] + runningSquares + gap * gap * front * back / period;
        products = frontProducts[front] + runningProducts + gap * front * back / 2;
        return at(period - 1);
    }

    private double timeSquares() {
        double n = period;
        return n * (n * n - 1) / 12;
    }
}

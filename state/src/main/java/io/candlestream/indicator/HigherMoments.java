package io.candlestream.indicator;

/// How lopsided and how heavy-tailed the last `period` values of a node are.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of a node |
/// | output | the skewness, dimensionless; [#kurtosis] |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// m[k]     = sum((x - mean(x))^k) / period
/// skewness = m[3] / m[2]^1.5          0 when the input does not vary
/// kurtosis = m[4] / m[2]^2 - 3        0 when the input does not vary
/// ```
///
/// The population's, without correction for bias; the kurtosis is the excess over the normal
/// distribution's 3. Computed without drift on what is left after subtracting a value of the
/// window, as [RollingMoments]. Inputs beyond 1e75 either way overflow. Not thread-safe: owned by
/// one stream task.
///
/// Source: P. Pébay, _Formulas for robust, one-pass parallel computation of covariances and
/// arbitrary-order statistical moments_, Sandia report SAND2008-6212, 2008.
public final class HigherMoments extends TwoBlockWindow {

    private final double[] frontMean;
    private final double[] frontSquares;
    private final double[] frontCubes;
    private final double[] frontFourths;
    private double origin;
    private double mean;
    private double runningSquares;
    private double runningCubes;
    private double runningFourths;
    private double squares;
    private double cubes;
    private double fourths;

    /// Moments of nothing yet.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public HigherMoments(History input, int period) {
        super(period, 2, input);
        frontMean = new double[period + 1];
        frontSquares = new double[period + 1];
        frontCubes = new double[period + 1];
        frontFourths = new double[period + 1];
    }

    /// @return the excess kurtosis, from -2 to `period`; 0 when the input does not vary
    public double kurtosis() {
        return squares > 0 ? fourths / squares / squares * period - 3 : 0;
    }

    @Override
    void begin(int age) {
        origin = window.get(age);
    }

    @Override
    void clear() {
        mean = 0;
        runningSquares = 0;
        runningCubes = 0;
        runningFourths = 0;
    }

    @Override
    void add(int count, int age) {
        double n = count;
        double delta = window.get(age) - origin - mean;
        double step = delta / n;
        double square = delta * step * (n - 1);
        runningFourths +=
                square * step * step * (n * n - 3 * n + 3)
                        + 6 * step * step * runningSquares
                        - 4 * step * runningCubes;
        runningCubes += square * step * (n - 2) - 3 * step * runningSquares;
        runningSquares += square;
        mean += step;
    }

    @Override
    void keep(int count) {
        frontMean[count] = mean;
        frontSquares[count] = runningSquares;
        frontCubes[count] = runningCubes;
        frontFourths[count] = runningFourths;
    }

    @Override
    double combined(int front, int back) {
        double share = (double) back / period;
        double rest = (double) front / period;
        double gap = mean - frontMean[front];
        double square = gap * gap * front * share;
        squares = frontSquares[front] + runningSquares + square;
        cubes =
                frontCubes[front]
                        + runningCubes
                        + square * gap * (rest - share)
                        + 3 * gap * (rest * runningSquares - share * frontSquares[front]);
        fourths =
                frontFourths[front]
                        + runningFourths
                        + square * gap * gap * (rest * rest - rest * share + share * share)
                        + 6
                                * gap
                                * gap
                                * (rest * rest * runningSquares
                                        + share * share * frontSquares[front])
                        + 4 * gap * (rest * runningCubes - share * frontCubes[front]);
        return skewness();
    }

    private double skewness() {
        return squares > 0 ? cubes / squares / Math.sqrt(squares) * Math.sqrt(period) : 0;
    }
}

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

    private static final int SUMS = 4;

    private final double[] front;
    private final double share;
    private final double rootOfPeriod;
    private double origin;
    private double sum;
    private double sumOfSquares;
    private double sumOfCubes;
    private double sumOfFourths;
    private double squares;
    private double cubes;
    private double fourths;

    /// Moments of nothing yet.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public HigherMoments(History input, int period) {
        super(period, 2, input);
        front = new double[SUMS * (period + 1)];
        share = 1.0 / period;
        rootOfPeriod = Math.sqrt(period);
    }

    /// @return the excess kurtosis, from -2 to `period`; 0 when the input does not vary
    public double kurtosis() {
        return squares > 0 ? fourths / squares / squares * period - 3 : 0;
    }

    @Override
    void layDown(int age) {
        origin = window.at(age);
        clear();
        for (int count = 1; count <= period - age; count++) {
            add(count, window.at(age + count - 1));
            int at = SUMS * count;
            front[at] = sum;
            front[at + 1] = sumOfSquares;
            front[at + 2] = sumOfCubes;
            front[at + 3] = sumOfFourths;
        }
        clear();
    }

    private void clear() {
        sum = 0;
        sumOfSquares = 0;
        sumOfCubes = 0;
        sumOfFourths = 0;
    }

    @Override
    void add(int back, double entry) {
        double shifted = entry - origin;
        double square = shifted * shifted;
        sum += shifted;
        sumOfSquares += square;
        sumOfCubes += square * shifted;
        sumOfFourths += square * square;
    }

    @Override
    double extended(int frontCount, int back, double entry) {
        add(back, entry);
        return combined(frontCount, back);
    }

    /// From powers of the distance from the origin to powers of that from the mean.
    @Override
    double combined(int frontCount, int back) {
        int at = SUMS * frontCount;
        double total = front[at] + sum;
        double second = front[at + 1] + sumOfSquares;
        double third = front[at + 2] + sumOfCubes;
        double fourth = front[at + 3] + sumOfFourths;
        double mean = total * share;
        squares = Math.max(second - total * mean, 0);
        cubes = third - mean * (3 * second - 2 * total * mean);
        fourths = fourth - mean * (4 * third - mean * (6 * second - 3 * total * mean));
        return skewness();
    }

    private double skewness() {
        return squares > 0 ? cubes / squares / Math.sqrt(squares) * rootOfPeriod : 0;
    }
}

package io.candlestream.indicator;

/// How the last `period` values of two nodes vary together.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History]s of two nodes, `x` and `y` |
/// | output | the covariance, in the unit of `x` times that of `y`; [#correlation], [#beta] |
/// | warm-up | `period` updates |
/// | state | a counter, besides the histories; O(1) amortised time, no allocation per update |
///
/// ```
/// covariance  = sum((x - mean(x)) (y - mean(y))) / period
/// correlation = covariance / (deviation(x) deviation(y))      0 when either does not vary
/// beta        = covariance / variance(y)                      0 when y does not vary
/// ```
///
/// The population's covariance. Computed without drift on what is left after subtracting a value of
/// the window, as [RollingMoments]. Not thread-safe: owned by one stream task.
///
/// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, _The American Statistician_ 37 (1983) 242;
/// TA-Lib 0.4.0, `TA_CORREL`.
public final class Covariance extends TwoBlockWindow {

    private final Ring others;
    private final double[] frontMeanX;
    private final double[] frontMeanY;
    private final double[] frontSquaresX;
    private final double[] frontSquaresY;
    private final double[] frontProducts;
    private double originX;
    private double originY;
    private double meanX;
    private double meanY;
    private double runningSquaresX;
    private double runningSquaresY;
    private double runningProducts;
    private double squaresX;
    private double squaresY;
    private double products;

    /// A covariance of nodes that have seen nothing.
    ///
    /// @param period pairs of values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Covariance(History x, History y, int period) {
        super(period, 1, x, y);
        others = y.ring(period);
        frontMeanX = new double[period + 1];
        frontMeanY = new double[period + 1];
        frontSquaresX = new double[period + 1];
        frontSquaresY = new double[period + 1];
        frontProducts = new double[period + 1];
    }

    /// @return Pearson's coefficient, in `[-1, 1]`; 0 when `x` or `y` does not vary
    public double correlation() {
        if (!(squaresX > 0 && squaresY > 0)) {
            return 0;
        }
        double deviations = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return Math.clamp(products / deviations, -1, 1);
    }

    /// @return the slope of the least-squares line of `x` over `y`; 0 when `y` does not vary
    public double beta() {
        return squaresY > 0 ? products / squaresY : 0;
    }

    @Override
    public boolean ready() {
        return super.ready() && others.size() >= period;
    }

    @Override
    void begin(int age) {
        originX = window.get(age);
        originY = others.get(age);
    }

    @Override
    void clear() {
        meanX = 0;
        meanY = 0;
        runningSquaresX = 0;
        runningSquaresY = 0;
        runningProducts = 0;
    }

    @Override
    void add(int count, int age) {
        double x = window.get(age) - originX;
        double y = others.get(age) - originY;
        double deltaX = x - meanX;
        double deltaY = y - meanY;
        meanX += deltaX / count;
        meanY += deltaY / count;
        runningSquaresX += deltaX * (x - meanX);
        runningSquaresY += deltaY * (y - meanY);
        runningProducts += deltaX * (y - meanY);
    }

    @Override
    void keep(int count) {
        frontMeanX[count] = meanX;
        frontMeanY[count] = meanY;
        frontSquaresX[count] = runningSquaresX;
        frontSquaresY[count] = runningSquaresY;
        frontProducts[count] = runningProducts;
    }

    @Override
    double combined(int front, int back) {
        double weight = (double) front * back / period;
        double gapX = meanX - frontMeanX[front];
        double gapY = meanY - frontMeanY[front];
        squaresX = frontSquaresX[front] + runningSquaresX + gapX * gapX * weight;
        squaresY = frontSquaresY[front] + runningSquaresY + gapY * gapY * weight;
        products = frontProducts[front] + runningProducts + gapX * gapY * weight;
        return products / period;
    }
}

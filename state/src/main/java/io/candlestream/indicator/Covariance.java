package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

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
public final class Covariance extends Node {

    private final Ring xs;
    private final Ring ys;
    private final int period;
    private final Sums sums;
    private final TwoBlocks blocks;

    /// A covariance of nodes that have seen nothing.
    ///
    /// @param period pairs of values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Covariance(History x, History y, int period) {
        super(x, y);
        this.period = Period.checked(period, 1);
        xs = x.ring(period);
        ys = y.ring(period);
        sums = new Sums();
        blocks = new TwoBlocks(period, sums);
    }

    @Override
    public void update() {
        blocks.update();
        if (blocks.ready()) {
            put(sums.products / period);
        }
    }

    /// @return Pearson's coefficient, in `[-1, 1]`; 0 when `x` or `y` does not vary
    public double correlation() {
        if (!(sums.squaresX > 0 && sums.squaresY > 0)) {
            return 0;
        }
        double deviations = Math.sqrt(sums.squaresX) * Math.sqrt(sums.squaresY);
        return Math.clamp(sums.products / deviations, -1, 1);
    }

    /// @return the slope of the least-squares line of `x` over `y`; 0 when `y` does not vary
    public double beta() {
        return sums.squaresY > 0 ? sums.products / sums.squaresY : 0;
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return blocks.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        blocks.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        blocks.restore(in);
    }

    /// Sums of squares and products about the means; the means are those of `x - originX` and `y -
    /// originY`.
    private final class Sums implements TwoBlocks.Summary {

        private final double[] frontMeanX = new double[period + 1];
        private final double[] frontMeanY = new double[period + 1];
        private final double[] frontSquaresX = new double[period + 1];
        private final double[] frontSquaresY = new double[period + 1];
        private final double[] frontProducts = new double[period + 1];
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

        @Override
        public int held() {
            return Math.min(xs.size(), ys.size());
        }

        @Override
        public void begin(int age) {
            originX = xs.get(age);
            originY = ys.get(age);
        }

        @Override
        public void clear() {
            meanX = 0;
            meanY = 0;
            runningSquaresX = 0;
            runningSquaresY = 0;
            runningProducts = 0;
        }

        @Override
        public void add(int count, int age) {
            double x = xs.get(age) - originX;
            double y = ys.get(age) - originY;
            double deltaX = x - meanX;
            double deltaY = y - meanY;
            meanX += deltaX / count;
            meanY += deltaY / count;
            runningSquaresX += deltaX * (x - meanX);
            runningSquaresY += deltaY * (y - meanY);
            runningProducts += deltaX * (y - meanY);
        }

        @Override
        public void keep(int count) {
            frontMeanX[count] = meanX;
            frontMeanY[count] = meanY;
            frontSquaresX[count] = runningSquaresX;
            frontSquaresY[count] = runningSquaresY;
            frontProducts[count] = runningProducts;
        }

        @Override
        public void combine(int front, int back) {
            double weight = (double) front * back / period;
            double gapX = meanX - frontMeanX[front];
            double gapY = meanY - frontMeanY[front];
            squaresX = frontSquaresX[front] + runningSquaresX + gapX * gapX * weight;
            squaresY = frontSquaresY[front] + runningSquaresY + gapY * gapY * weight;
            products = frontProducts[front] + runningProducts + gapX * gapY * weight;
        }
    }
}

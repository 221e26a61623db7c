package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// How well a straight line through a node's last `period` values fits: their correlation with
/// time.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of any node |
/// | output | correlation in `[-1, 1]`; its square is the R² of the regression |
/// | warm-up | `period` values |
/// | state | a counter besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// r = sum((t - mean(t)) (x - mean(x))) / sqrt(sum((t - mean(t))^2) sum((x - mean(x))^2))
/// ```
///
/// 0 when all values are equal.
///
/// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, _The American Statistician_ 37 (1983) 242, whose
/// formula for the squares holds for the products as well.
public final class TimeCorrelation extends Node {

    /*
     * The window is cut in two at the last turn, as in RollingMoments: nothing is ever subtracted.
     * Besides mean and squares of each part there is its sum of products with time. Two adjoining
     * parts of a and b values are (a + b) / 2 candles apart in the mean, which makes the product
     * that joins them
     *
     *   (mean(x, later) - mean(x, earlier)) * a * b / 2
     */
    private final Ring ring;
    private final int period;
    private final double timeSquares;
    private final double[] frontMean;
    private final double[] frontSquares;
    private final double[] frontProducts;
    private double origin;
    private int backCount;
    private double backMean;
    private double backSquares;
    private double backProducts;

    /// A correlation over the last values of a node.
    ///
    /// @param history of the node, empty
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public TimeCorrelation(History history, int period) {
        super(history);
        this.period = Period.checked(period, 2);
        ring = history.ring(period);
        timeSquares = period * ((double) period * period - 1) / 12;
        frontMean = new double[period + 1];
        frontSquares = new double[period + 1];
        frontProducts = new double[period + 1];
    }

    @Override
    public void update() {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            turn();
        } else if (ready()) {
            extendBack(ring.get(0), backCount);
        }
        if (ready()) {
            put(correlation());
        }
    }

    /// Lays down the moments of the newest `count` of the values that had come when `backCount` was
    /// 0, for every count.
    private void turn() {
        origin = ring.get(backCount);
        double mean = 0;
        double squares = 0;
        double products = 0;
        for (int count = 1; count <= period - backCount; count++) {
            double delta = ring.get(backCount + count - 1) - origin - mean;
            products -= delta * (count - 1) / 2;
            double step = delta / count;
            mean += step;
            squares += delta * (delta - step);
            frontMean[count] = mean;
            frontSquares[count] = squares;
            frontProducts[count] = products;
        }
        backMean = 0;
        backSquares = 0;
        backProducts = 0;
    }

    private void extendBack(double value, int count) {
        double delta = value - origin - backMean;
        backProducts += delta * (count - 1) / 2;
        double step = delta / count;
        backMean += step;
        backSquares += delta * (delta - step);
    }

    private double correlation() {
        int frontCount = period - backCount;
        double gap = backMean - frontMean[frontCount];
        double pairs = (double) frontCount * backCount;
        double squares = frontSquares[frontCount] + backSquares + gap * gap * pairs / period;
        double products = frontProducts[frontCount] + backProducts + gap * pairs / 2;
        double scale = Math.sqrt(squares) * Math.sqrt(timeSquares);
        return scale > 0 ? Math.clamp(products / scale, -1, 1) : 0;
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return ring.size() >= period;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(backCount);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        backCount = in.getCount(period - 1);
        if (ready()) {
            turn();
            for (int count = 1; count <= backCount; count++) {
                extendBack(ring.get(backCount - count), count);
            }
        }
    }
}

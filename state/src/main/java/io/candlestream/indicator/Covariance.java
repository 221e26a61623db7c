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
public final class Covariance extends Node implements Follower.OfTwo {

    private static final int SUMS = 5;

    private final Ring xs;
    private final Ring ys;
    private final int period;
    private final double[] front;
    private final double share;
    private int backCount;
    private double originX;
    private double originY;
    private double sumX;
    private double sumY;
    private double sumXX;
    private double sumYY;
    private double sumXY;
    private double squaresX;
    private double squaresY;
    private double products;

    /// A covariance of nodes that have seen nothing.
    ///
    /// @param period pairs of values, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Covariance(History x, History y, int period) {
        super(x, y);
        this.period = Period.checked(period, 1);
        xs = x.ring(period);
        ys = y.ring(period);
        front = new double[SUMS * (period + 1)];
        share = 1.0 / period;
    }

    /// @return Pearson's coefficient, in `[-1, 1]`; 0 when `x` or `y` does not vary
    public double correlation() {
        if (!(squaresX > 0 && squaresY > 0)) {
            return 0;
        }
        double squares = squaresX * squaresY;
        double deviations =
                squares >= Double.MIN_NORMAL && squares <= Double.MAX_VALUE
                        ? Math.sqrt(squares)
                        : Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return Math.clamp(products / deviations, -1, 1);
    }

    /// @return the slope of the least-squares line of `x` over `y`; 0 when `y` does not vary
    public double beta() {
        return squaresY > 0 ? products / squaresY : 0;
    }

    @Override
    public void update() {
        if (ready() || backCount + 1 == period) {
            advance(xs.at(0), ys.at(0));
        } else {
            backCount++;
        }
    }

    @Override
    public double advance(double x, double y) {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            layDown(0);
        } else {
            add(x, y);
        }
        return put(combined(period - backCount));
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return xs.size() >= period && ys.size() >= period;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(backCount);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        backCount = in.getCount(period - 1);
        if (ready()) {
            layDown(backCount);
            for (int age = backCount - 1; age >= 0; age--) {
                add(xs.at(age), ys.at(age));
            }
            put(combined(period - backCount));
        }
    }

    private void layDown(int age) {
        originX = xs.at(age);
        originY = ys.at(age);
        clear();
        for (int count = 1; count <= period - age; count++) {
            add(xs.at(age + count - 1), ys.at(age + count - 1));
            int at = SUMS * count;
            front[at] = sumX;
            front[at + 1] = sumY;
            front[at + 2] = sumXX;
            front[at + 3] = sumYY;
            front[at + 4] = sumXY;
        }
        clear();
    }

    private void clear() {
        sumX = 0;
        sumY = 0;
        sumXX = 0;
        sumYY = 0;
        sumXY = 0;
    }

    private void add(double xValue, double yValue) {
        double x = xValue - originX;
        double y = yValue - originY;
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumYY += y * y;
        sumXY += x * y;
    }

    private double combined(int frontCount) {
        int at = SUMS * frontCount;
        double totalX = front[at] + sumX;
        double totalY = front[at + 1] + sumY;
        squaresX = Math.max(front[at + 2] + sumXX - totalX * totalX * share, 0);
        squaresY = Math.max(front[at + 3] + sumYY - totalY * totalY * share, 0);
        products = front[at + 4] + sumXY - totalX * totalY * share;
        return products * share;
    }
}

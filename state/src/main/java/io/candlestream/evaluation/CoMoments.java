package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Weighted means of pairs of numbers and the squares and products of the distances from them, by
/// Welford's step: nothing cancels.
///
/// ```
/// W <- W + unit      m_x <- m_x + unit (x - m_x) / W      S_xy <- S_xy + unit (x - m_x before) (y - m_y after)
/// ```
///
/// The unit of weights is 1 over all time and grows while fading, as in [FadingSums]. State: 7
/// doubles; O(1) time, no allocation per update. Not thread-safe: owned by one stream task.
///
/// Source: B. P. Welford, _Technometrics_ 4 (1962) 419; D. H. D. West, _Communications of the ACM_
/// 22 (1979) 532.
final class CoMoments implements Stateful {

    private final double growth;
    private double unit = 1;
    private double weight;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    /// Moments of no pairs.
    ///
    /// @param halfLife pairs after which the weight of one has halved, from 1 to 1e9, or
    ///   [FadingSums#ALL_TIME]
    /// @throws IllegalArgumentException when the half-life is out of range
    CoMoments(double halfLife) {
        growth = FadingSums.growth(halfLife);
    }

    void update(double x, double y) {
        unit *= growth;
        if (unit > FadingSums.GREATEST_UNIT) {
            rescale();
        }
        weight += unit;
        double share = unit / weight;
        double deltaX = x - meanX;
        double deltaY = y - meanY;
        meanX += deltaX * share;
        meanY += deltaY * share;
        squaresX += unit * deltaX * (x - meanX);
        squaresY += unit * deltaY * (y - meanY);
        products += unit * deltaX * (y - meanY);
    }

    private void rescale() {
        unit /= FadingSums.GREATEST_UNIT;
        weight /= FadingSums.GREATEST_UNIT;
        squaresX /= FadingSums.GREATEST_UNIT;
        squaresY /= FadingSums.GREATEST_UNIT;
        products /= FadingSums.GREATEST_UNIT;
    }

    /// @return Pearson's coefficient, from -1 to 1; 0 when either does not vary
    double correlation() {
        double deviations = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return deviations > 0 ? Math.clamp(products / deviations, -1, 1) : 0;
    }

    /// @return weighted mean of the squared distances of `y` from its mean
    double varianceY() {
        return weight > 0 ? squaresY / weight : 0;
    }

    /// Layout: unit, weight, mean of x, mean of y, squares of x, squares of y, products.
    @Override
    public void save(StateOutput out) {
        out.putDouble(unit);
        out.putDouble(weight);
        out.putDouble(meanX);
        out.putDouble(meanY);
        out.putDouble(squaresX);
        out.putDouble(squaresY);
        out.putDouble(products);
    }

    @Override
    public void restore(StateInput in) {
        unit = checked(in.getDouble(), 1);
        weight = checked(in.getDouble(), 0);
        meanX = checked(in.getDouble(), -Double.MAX_VALUE);
        meanY = checked(in.getDouble(), -Double.MAX_VALUE);
        squaresX = checked(in.getDouble(), 0);
        squaresY = checked(in.getDouble(), 0);
        products = checked(in.getDouble(), -Double.MAX_VALUE);
    }

    private static double checked(double value, double least) {
        if (!(value >= least && value <= Double.MAX_VALUE)) {
            throw new StateFormatException(
                    "a moment must be a number of at least " + least + ", was " + value);
        }
        return value;
    }
}

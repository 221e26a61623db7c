package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Everything that is measured of forecasts of a number, but for what needs the outcomes one by
/// one.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the number predicted, the number that came true, both within 1e75 of zero |
/// | output | the measures below |
/// | warm-up | none: of nothing everything is 0 |
/// | state | 14 doubles; O(1) time, no allocation per update |
///
/// ```
/// MSE       mean of (value - prediction)^2         RMSE  sqrt(MSE)         MAE  mean of |value - prediction|
/// R2        1 - MSE / mean of (value - mean of values)^2                   0 where the values do not vary
/// Pearson   correlation of predictions and values, the information coefficient; 0 where either does not vary
/// hit rate  share of outcomes in which prediction and value have the same sign, which may be that of 0
/// ```
///
/// Means are weighted alike over all time, by 2^(-n / halfLife) fading. Not thread-safe: owned by
/// one stream task.
///
/// Source: the definitions above, which are those of scikit-learn's `r2_score` and SciPy's
/// `pearsonr`.
public final class NumberTally implements Stateful {

    /// Weighted squares of larger numbers could overflow.
    static final double LARGEST = 1e75;

    private final FadingSums sums;
    private final CoMoments moments;

    private NumberTally(double halfLife) {
        sums = new FadingSums(2, 2, halfLife);
        moments = new CoMoments(halfLife);
    }

    /// A tally of no outcomes in which every one counts the same.
    public static NumberTally allTime() {
        return new NumberTally(FadingSums.ALL_TIME);
    }

    /// A tally of no outcomes in which older ones count less.
    ///
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9
    /// @throws IllegalArgumentException when it is out of range
    public static NumberTally fading(double halfLife) {
        return new NumberTally(halfLife);
    }

    /// Counts one outcome.
    ///
    /// @throws IllegalArgumentException when a number is not from -1e75 to 1e75
    public void update(double prediction, double value) {
        check("prediction", prediction);
        check("value", value);
        double error = value - prediction;
        sums.next();
        sums.count(0);
        if (Math.signum(prediction) == Math.signum(value)) {
            sums.count(1);
        }
        sums.add(0, error * error);
        sums.add(1, Math.abs(error));
        moments.update(prediction, value);
    }

    /// @throws IllegalArgumentException when the number is not from -1e75 to 1e75
    static void check(String name, double number) {
        if (!(Math.abs(number) <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be from -1e75 to 1e75, was " + number);
        }
    }

    /// @return how many outcomes; fading, their weight, 1 for the latest
    public double weight() {
        return sums.countOf(0);
    }

    /// @return mean squared error, in the square of the number's unit
    public double meanSquaredError() {
        return mean(sums.sumOf(0));
    }

    /// @return root of the mean squared error, in the number's unit
    public double rootMeanSquaredError() {
        return Math.sqrt(Math.max(0, meanSquaredError()));
    }

    /// @return mean absolute error, in the number's unit
    public double meanAbsoluteError() {
        return mean(sums.sumOf(1));
    }

    /// @return share of the values' variance that predictions explain: 1 when they are exact, 0
    ///   when they are as good as the mean, below 0 when worse; 0 where the values do not vary
    public double determination() {
        double variance = moments.varianceY();
        return variance > 0 ? 1 - meanSquaredError() / variance : 0;
    }

    /// @return Pearson's coefficient of predictions and values, from -1 to 1; 0 where either does
    ///   not vary
    public double correlation() {
        return moments.correlation();
    }

    /// @return share of outcomes whose sign was predicted, 0 to 1
    public double hitRate() {
        return mean(sums.countOf(1));
    }

    private double mean(double sum) {
        double weight = weight();
        return weight > 0 ? sum / weight : 0;
    }

    /// Layout: unit, weight, weight of hits, squared errors, absolute errors, moments.
    @Override
    public void save(StateOutput out) {
        sums.save(out);
        moments.save(out);
    }

    @Override
    public void restore(StateInput in) {
        sums.restore(in);
        moments.restore(in);
    }
}

package io.candlestream.table;

/// The errors of one forecaster of a number.
///
/// ```
/// MAE = sum |y - p| / n        RMSE = sqrt(sum (y - p)^2 / n)
/// R2  = 1 - sum (y - p)^2 / sum (y - mean of all y)^2
/// ```
///
/// As scikit-learn's `mean_absolute_error`, `mean_squared_error` and `r2_score`; the mean is
/// Welford's. Not thread-safe.
final class NumberTally {

    private long count;
    private double absolute;
    private double squared;
    private double mean;
    private double aroundMean;

    void update(double predicted, double target) {
        count++;
        double error = target - predicted;
        absolute += Math.abs(error);
        squared += error * error;
        double delta = target - mean;
        mean += delta / count;
        aroundMean += delta * (target - mean);
    }

    /// The mean of the targets, 0 before the first.
    double mean() {
        return mean;
    }

    NumberMeasures measures() {
        return new NumberMeasures(
                absolute / count,
                Math.sqrt(squared / count),
                aroundMean > 0 ? 1 - squared / aroundMean : Double.NaN);
    }
}

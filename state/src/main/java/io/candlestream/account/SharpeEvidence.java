package io.candlestream.account;

import smile.math.special.Erf;

/// How sure it is that a Sharpe ratio is above 0, given that returns are neither normal nor many.
///
/// ```
/// s      = mean / sample deviation, of a candle
/// z      = s sqrt(n - 1) / sqrt(1 - skewness s + (kurtosis - 1) / 4 s^2)
/// PSR(0) = P(standard normal <= z)
/// ```
///
/// The deflated ratio asks for more than 0 by as much as the best of several trials would have by
/// luck; with one trial that is 0, and it equals the probabilistic one.
///
/// ```
/// s0  = deviation of the trials' ratios ((1 - g) Z(1 - 1 / N) + g Z(1 - 1 / (N e)))      g: Euler's 0.577, Z: normal quantile
/// DSR = P(standard normal <= (s - s0) sqrt(n - 1) / sqrt(1 - skewness s + (kurtosis - 1) / 4 s^2))
/// ```
///
/// Source: D. H. Bailey, M. Lopez de Prado, _Journal of Risk_ 15 (2012) 3, equation 9; the same,
/// _Journal of Portfolio Management_ 40 (2014) 94.
///
/// @param count of the returns
/// @param sharpeRatio of a candle, not of a year
/// @param skewness of the returns, 0 where they are symmetric
/// @param kurtosis of the returns, 3 where they are normal
/// @param probability of a true ratio above 0, from 0 to 1; NaN where nothing moved
public record SharpeEvidence(
        int count, double sharpeRatio, double skewness, double kurtosis, double probability) {

    /// Where there are too few returns: nothing has a value.
    public static final SharpeEvidence NONE =
            new SharpeEvidence(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double EULER = 0.5772156649015329;

    /// @param returns of every candle but the first; at least 2
    /// @throws IllegalArgumentException when there are fewer
    public static SharpeEvidence of(double[] returns) {
        int n = returns.length;
        if (n < 2) {
            throw new IllegalArgumentException("returns must be at least 2, were " + n);
        }
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (returns[i] - mean) / (i + 1);
        }
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : returns) {
            double square = (value - mean) * (value - mean);
            squares += square;
            cubes += square * (value - mean);
            fourths += square * square;
        }
        if (!(squares > 0)) {
            return new SharpeEvidence(n, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double variance = squares / n;
        double skewness = cubes / n / (variance * Math.sqrt(variance));
        double kurtosis = fourths / n / (variance * variance);
        double ratio = mean / Math.sqrt(squares / (n - 1));
        double probability = above(0, n, ratio, skewness, kurtosis);
        return new SharpeEvidence(n, ratio, skewness, kurtosis, probability);
    }

    /// @param threshold a Sharpe ratio of a candle
    /// @return probability of a true ratio above it, from 0 to 1; NaN where nothing moved
    public double probabilityAbove(double threshold) {
        return above(threshold, count, sharpeRatio, skewness, kurtosis);
    }

    private static double above(
            double threshold, int n, double ratio, double skewness, double kurtosis) {
        double spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        double z = (ratio - threshold) * Math.sqrt((n - 1) / spread);
        return Erf.erfc(-z / Math.sqrt(2)) / 2;
    }

    /// The ratio that the best of several trials is expected to have by luck alone.
    ///
    /// @param trials how many there were, at least 1
    /// @param deviation of their ratios, at least 0
    /// @return 0 with one trial
    /// @throws IllegalArgumentException when there was none
    public static double luckiest(int trials, double deviation) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be at least 1, were " + trials);
        }
        if (trials == 1) {
            return 0;
        }
        double share = 1.0 / trials;
        return deviation * ((1 - EULER) * upper(share) + EULER * upper(share / Math.E));
    }

    /// @return what a standard normal number exceeds with this probability
    private static double upper(double probability) {
        return Math.sqrt(2) * Erf.inverfc(2 * probability);
    }
}

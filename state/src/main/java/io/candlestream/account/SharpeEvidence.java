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
/// Source: D. H. Bailey, M. Lopez de Prado, _Journal of Risk_ 15 (2012) 3, equation 9.
///
/// @param sharpeRatio of a candle, not of a year
/// @param skewness of the returns, 0 where they are symmetric
/// @param kurtosis of the returns, 3 where they are normal
/// @param probability of a true ratio above 0, from 0 to 1; NaN where nothing moved
public record SharpeEvidence(
        double sharpeRatio, double skewness, double kurtosis, double probability) {

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
            return new SharpeEvidence(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double variance = squares / n;
        double skewness = cubes / n / (variance * Math.sqrt(variance));
        double kurtosis = fourths / n / (variance * variance);
        double ratio = mean / Math.sqrt(squares / (n - 1));
        double spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        double z = ratio * Math.sqrt((n - 1) / spread);
        return new SharpeEvidence(ratio, skewness, kurtosis, Erf.erfc(-z / Math.sqrt(2)) / 2);
    }
}

package io.candlestream.model;

/// The score of a linear model, `w x + b`, and the square of a vector's length; each in four sums
/// side by side, where one would wait for itself.
final class LinearScore {

    private static final double UP = 0x1p64;

    private LinearScore() {}

    /// @param row a weight for every feature, then the intercept
    /// @return the score; where it overflows, what that of features scaled by 2^-64 scales back to,
    ///   at most the greatest double
    static double of(double[] row, double[] features) {
        double score = plain(row, features);
        if (Math.abs(score) <= Double.MAX_VALUE) {
            return score;
        }
        double scaled = Softmax.scaledScore(row, features) * UP;
        return Math.clamp(scaled, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// @return the score, infinite or NaN where it overflows: not where [#squares] is finite
    static double plain(double[] row, double[] features) {
        int whole = features.length & ~3;
        double a = row[features.length];
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < whole; j += 4) {
            a += row[j] * features[j];
            b += row[j + 1] * features[j + 1];
            c += row[j + 2] * features[j + 2];
            d += row[j + 3] * features[j + 3];
        }
        for (int j = whole; j < features.length; j++) {
            a += row[j] * features[j];
        }
        return (a + b) + (c + d);
    }

    /// @param rows coefficients, of which one row begins at `from`
    /// @return the score of that row, with the bits of [#plain]
    static double plain(double[] rows, int from, double[] features) {
        int whole = features.length & ~3;
        double a = rows[from + features.length];
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < whole; j += 4) {
            a += rows[from + j] * features[j];
            b += rows[from + j + 1] * features[j + 1];
            c += rows[from + j + 2] * features[j + 2];
            d += rows[from + j + 3] * features[j + 3];
        }
        for (int j = whole; j < features.length; j++) {
            a += rows[from + j] * features[j];
        }
        return (a + b) + (c + d);
    }

    static double squares(double[] values) {
        int whole = values.length & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < whole; j += 4) {
            a += values[j] * values[j];
            b += values[j + 1] * values[j + 1];
            c += values[j + 2] * values[j + 2];
            d += values[j + 3] * values[j + 3];
        }
        for (int j = whole; j < values.length; j++) {
            a += values[j] * values[j];
        }
        return (a + b) + (c + d);
    }
}

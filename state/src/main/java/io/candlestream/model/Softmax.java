package io.candlestream.model;

/// Class probabilities from linear scores, finite for every finite feature.
///
/// ```
/// score_c = w_c . x + b_c
/// p_c     = exp(score_c - max) / sum over k of exp(score_k - max)
/// ```
///
/// A score overflows when features are near the greatest double. Then all scores of the example are
/// computed from features scaled by 2^-64, and their differences are scaled back: the class with
/// the greatest score gets the probability it should, and one that is far behind gets 0. With
/// weights up to [OnlineModel#WEIGHT_LIMIT] and up to [#MOST_FEATURES] features nothing can
/// overflow there.
final class Softmax {

    /// How many features a score may sum over: `1e6 features x 1e6 weight x 2^960` is finite.
    static final int MOST_FEATURES = 1_000_000;

    private static final double DOWN = 0x1p-64;
    private static final double UP = 0x1p64;

    private Softmax() {}

    /// The linear score of a class, summed in four interleaved parts: a fixed order, and short
    /// chains of dependent additions.
    ///
    /// @param row a weight for every feature, then the intercept
    static double score(double[] row, double[] features) {
        int count = features.length;
        int whole = count & ~3;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < whole; j += 4) {
            a += row[j] * features[j];
            b += row[j + 1] * features[j + 1];
            c += row[j + 2] * features[j + 2];
            d += row[j + 3] * features[j + 3];
        }
        for (int j = whole; j < count; j++) {
            a += row[j] * features[j];
        }
        return (a + b) + (c + d) + row[count];
    }

    /// The score divided by 2^64, which is finite even where [#score] is not.
    static double scaledScore(double[] row, double[] features) {
        double sum = row[features.length] * DOWN;
        for (int j = 0; j < features.length; j++) {
            sum += row[j] * (features[j] * DOWN);
        }
        return sum;
    }

    /// Replaces finite scores by probabilities.
    static void fromScores(double[] scores) {
        normalise(scores, 1);
    }

    /// Replaces scores that were made by [#scaledScore] by probabilities.
    static void fromScaledScores(double[] scores) {
        normalise(scores, UP);
    }

    /// The greatest difference is 0, so the sum is at least 1; a difference may overflow to minus
    /// infinity, whose exponential is 0.
    private static void normalise(double[] scores, double unit) {
        double max = scores[0];
        for (int c = 1; c < scores.length; c++) {
            max = Math.max(max, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            double difference = (scores[c] - max) * unit;
            scores[c] = difference == 0 ? 1 : StrictMath.exp(difference);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }
}

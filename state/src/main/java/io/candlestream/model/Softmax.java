package io.candlestream.model;

/// Class probabilities from linear scores, finite for every finite feature.
///
/// ```
/// score_c = (b_c + sum of w_cj x_j over even j) + sum over odd j            each in rising order
/// p_c     = exp(score_c - score_0) / sum over k of exp(score_k - score_0)   scores close to the first
/// p_c     = exp(score_c - max) / sum over k of exp(score_k - max)           any finite scores
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

    /// Scores of a model in use are no further apart. The greatest is not searched for among them,
    /// which saves an exponential and a branch that no processor can guess.
    private static final double CLOSE = 64;

    private static final double DOWN = 0x1p-64;
    private static final double UP = 0x1p64;

    private Softmax() {}

    /// Writes the probability of every class.
    ///
    /// @param rows of each class a weight for every feature, then the intercept
    static void putProbabilities(double[][] rows, double[] features, double[] probabilities) {
        putScores(rows, features, probabilities);
        if (!fromCloseScores(probabilities)) {
            putProbabilitiesFarApart(rows, features, probabilities);
        }
    }

    /// Rows are taken three at a time: each feature is read once for all of them, and six sums grow
    /// side by side where one would wait for itself. The bits are those of [#score].
    private static void putScores(double[][] rows, double[] features, double[] scores) {
        int c = 0;
        for (; c + 3 <= rows.length; c += 3) {
            putThreeScores(rows, c, features, scores);
        }
        for (; c < rows.length; c++) {
            scores[c] = score(rows[c], features);
        }
    }

    private static void putThreeScores(
            double[][] rows, int first, double[] features, double[] scores) {
        double[] row0 = rows[first];
        double[] row1 = rows[first + 1];
        double[] row2 = rows[first + 2];
        double even0 = row0[features.length];
        double even1 = row1[features.length];
        double even2 = row2[features.length];
        double odd0 = 0;
        double odd1 = 0;
        double odd2 = 0;
        int paired = features.length & ~1;
        for (int j = 0; j < paired; j += 2) {
            double even = features[j];
            double odd = features[j + 1];
            even0 += row0[j] * even;
            even1 += row1[j] * even;
            even2 += row2[j] * even;
            odd0 += row0[j + 1] * odd;
            odd1 += row1[j + 1] * odd;
            odd2 += row2[j + 1] * odd;
        }
        if (paired < features.length) {
            even0 += row0[paired] * features[paired];
            even1 += row1[paired] * features[paired];
            even2 += row2[paired] * features[paired];
        }
        scores[first] = even0 + odd0;
        scores[first + 1] = even1 + odd1;
        scores[first + 2] = even2 + odd2;
    }

    private static double score(double[] row, double[] features) {
        double even = row[features.length];
        double odd = 0;
        int paired = features.length & ~1;
        for (int j = 0; j < paired; j += 2) {
            even += row[j] * features[j];
            odd += row[j + 1] * features[j + 1];
        }
        if (paired < features.length) {
            even += row[paired] * features[paired];
        }
        return even + odd;
    }

    /// Replaces scores by probabilities where all are finite and close to the first.
    ///
    /// @return whether they were; if not, the numbers are of no meaning
    private static boolean fromCloseScores(double[] scores) {
        double first = scores[0];
        double sum = 1;
        for (int c = 1; c < scores.length; c++) {
            double difference = scores[c] - first;
            if (!(Math.abs(difference) <= CLOSE)) {
                return false;
            }
            double part = Exponential.exp(difference);
            scores[c] = part;
            sum += part;
        }
        scores[0] = 1;
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return true;
    }

    private static void putProbabilitiesFarApart(
            double[][] rows, double[] features, double[] probabilities) {
        boolean finite = true;
        for (int c = 0; c < rows.length; c++) {
            probabilities[c] = score(rows[c], features);
            finite &= Double.isFinite(probabilities[c]);
        }
        if (finite) {
            fromScores(probabilities);
            return;
        }
        for (int c = 0; c < rows.length; c++) {
            probabilities[c] = scaledScore(rows[c], features);
        }
        fromScaledScores(probabilities);
    }

    /// The score divided by 2^64, which is finite even where the score is not.
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
            scores[c] = Exponential.exp(difference);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }
}

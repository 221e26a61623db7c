package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// Naive Bayes: every feature of a class has a normal distribution of its own.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude; what is beyond 1e6 counts as 1e6 |
/// | output | a probability a class |
/// | warm-up | none; all classes are equally probable before the first example |
/// | coefficients | one row a class: the mean of every feature, then the logarithm of the prior |
/// | state | `classCount x 2 featureCount` doubles and `classCount + 2` counters; no allocation |
///
/// ```
/// n_c     <- n_c + 1                                            of the class that came true
/// m_cj    <- m_cj + (x_j - m_cj) / (prior + n_c)                Welford
/// s_cj    <- s_cj + (x_j - m_cj before) (x_j - m_cj after)
/// v_cj     = s_cj / (prior + n_c) + 1e-9
/// score_c  = ln(n_c + 1) - 1/2 sum over j of (ln v_cj + (x_j - m_cj)^2 / v_cj)
/// p        = softmax(score)
/// ```
///
/// A class begins with `prior` examples of mean 0 and variance 1, which is what scaled features
/// have. An example whose squared norm is not finite is refused. Every sum is of numbers up to 1e6
/// and their squares, and a variance is at least 1e-9, so nothing can overflow.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: T. F. Chan, G. H. Golub and R. J. LeVeque, _Updating formulae and a pairwise algorithm
/// for computing sample variances_, 1979; the least variance as in scikit-learn's `GaussianNB`.
public final class NaiveBayes implements OnlineClassifier {

    private static final double LEAST_VARIANCE = 1e-9;

    private final Shape shape;
    private final double prior;
    private final long[] counts;

    /// Of each class in turn, a number a feature.
    private final double[] means;

    private final double[] squares;

    /// Derived: `1 / v_cj`, and of each class its score without distances.
    private final double[] inverses;

    private final double[] offsets;

    private long learnedCount;
    private long refusedCount;

    NaiveBayes(NaiveBayesConfig config, int featureCount, int classCount) {
        shape = new Shape(featureCount, classCount);
        prior = config.prior();
        counts = new long[classCount];
        means = new double[classCount * featureCount];
        squares = new double[classCount * featureCount];
        inverses = new double[classCount * featureCount];
        offsets = new double[classCount];
        Arrays.fill(squares, prior);
        derive();
    }

    @Override
    public int featureCount() {
        return shape.featureCount();
    }

    @Override
    public int classCount() {
        return shape.classCount();
    }

    @Override
    public void predict(double[] features, double[] probabilities) {
        shape.checkFeatures(features);
        shape.checkProbabilities(probabilities);
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = offsets[c] - distance(features, c * features.length) / 2;
        }
        Softmax.fromScores(probabilities);
    }

    private double distance(double[] features, int from) {
        double sum = 0;
        for (int j = 0; j < features.length; j++) {
            double difference = cut(features[j]) - means[from + j];
            sum += difference * difference * inverses[from + j];
        }
        return sum;
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        if (!(LinearScore.squares(features) <= Double.MAX_VALUE)) {
            refusedCount++;
            return;
        }
        learnedCount++;
        counts[label]++;
        double weight = prior + (double) counts[label];
        int from = label * features.length;
        for (int j = 0; j < features.length; j++) {
            double feature = cut(features[j]);
            double before = feature - means[from + j];
            means[from + j] = cut(means[from + j] + before / weight);
            squares[from + j] += before * (feature - means[from + j]);
        }
        derive(label);
    }

    private static double cut(double feature) {
        return Math.clamp(feature, -WEIGHT_LIMIT, WEIGHT_LIMIT);
    }

    private void derive() {
        for (int c = 0; c < counts.length; c++) {
            derive(c);
        }
    }

    private void derive(int label) {
        double weight = prior + (double) counts[label];
        double logs = 0;
        int from = label * shape.featureCount();
        for (int j = from; j < from + shape.featureCount(); j++) {
            double variance = squares[j] / weight + LEAST_VARIANCE;
            inverses[j] = 1 / variance;
            logs += Exponential.log(variance);
        }
        offsets[label] = Exponential.log((double) counts[label] + 1) - logs / 2;
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    @Override
    public double[][] coefficients() {
        double[][] rows = new double[counts.length][shape.rowLength()];
        double all = (double) learnedCount + counts.length;
        for (int c = 0; c < counts.length; c++) {
            int featureCount = shape.featureCount();
            System.arraycopy(means, c * featureCount, rows[c], 0, featureCount);
            rows[c][featureCount] = Exponential.log(((double) counts[c] + 1) / all);
        }
        return rows;
    }

    /// Layout: learned count, refused count, the count of each class, the squares of each class,
    /// then the means.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        out.putLongs(counts);
        out.putDoubles(squares);
        out.putDoubles(means);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        for (int c = 0; c < counts.length; c++) {
            counts[c] = in.getCounter();
        }
        Memories.restoreSquares(squares, in);
        WeightRows.restore(means, in);
        derive();
    }
}

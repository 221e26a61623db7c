package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.label.Labels;

/// How often each class was predicted when each class came true, and what follows from that.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the class predicted, the class that came true |
/// | output | weights of pairs of classes, and the measures below |
/// | warm-up | none: a measure of nothing is 0 |
/// | state | `classCount^2 + 1` doubles; O(1) time, no allocation per update |
///
/// ```
/// n_ab       share of outcomes in which a came true and b was predicted;  t_a = sum_b n_ab,  p_b = sum_a n_ab
/// accuracy   sum_c n_cc                        balanced accuracy   mean of recall_c over classes that occurred
/// precision  n_cc / p_c        recall  n_cc / t_c        F1  2 n_cc / (t_c + p_c)
/// macro F1   mean of F1_c over classes that occurred or were predicted
/// kappa      (accuracy - sum_c t_c p_c) / (1 - sum_c t_c p_c)
/// MCC        (accuracy - sum_c t_c p_c) / sqrt((1 - sum_c t_c^2) (1 - sum_c p_c^2))
/// ```
///
/// Where the denominator is 0 the measure is 0, as scikit-learn's are but for kappa, which is NaN
/// there. A class whose weight has faded below 2^-100 of an outcome has not occurred. Reading is
/// O(classCount^2). Not thread-safe: owned by one stream task.
///
/// Source: J. Cohen, _Educational and Psychological Measurement_ 20 (1960) 37; J. Gorodkin,
/// _Computational Biology and Chemistry_ 28 (2004) 367.
public final class ConfusionMatrix implements Stateful {

    private static final double FORGOTTEN = 0x1p-100;

    private final int classCount;
    private final FadingSums pairs;

    private ConfusionMatrix(int classCount, double halfLife) {
        this.classCount = Labels.checkedClassCount(classCount);
        pairs = new FadingSums(classCount * classCount, 0, halfLife);
    }

    /// A matrix of no outcomes in which every one counts the same.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @throws IllegalArgumentException when there are fewer
    public static ConfusionMatrix allTime(int classCount) {
        return new ConfusionMatrix(classCount, FadingSums.ALL_TIME);
    }

    /// A matrix of no outcomes in which older ones count less.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9
    /// @throws IllegalArgumentException when a number is out of range
    public static ConfusionMatrix fading(int classCount, double halfLife) {
        return new ConfusionMatrix(classCount, halfLife);
    }

    /// Counts one outcome.
    ///
    /// @throws IllegalArgumentException when an index is not that of a class
    public void update(int predicted, int label) {
        Labels.check("predicted class", predicted, classCount);
        Labels.check("label", label, classCount);
        pairs.next();
        pairs.count(label * classCount + predicted);
    }

    /// @return how many outcomes there were in which the one came true and the other was predicted;
    ///   fading, their weight, 1 for the latest
    /// @throws IllegalArgumentException when an index is not that of a class
    public double weight(int label, int predicted) {
        Labels.check("predicted class", predicted, classCount);
        Labels.check("label", label, classCount);
        return pairs.countOf(label * classCount + predicted);
    }

    /// @return the weight of all outcomes
    public double weight() {
        double sum = 0;
        for (int c = 0; c < classCount; c++) {
            sum += labelWeight(c);
        }
        return sum;
    }

    /// @return share of correct predictions, 0 to 1
    public double accuracy() {
        double hits = 0;
        for (int c = 0; c < classCount; c++) {
            hits += weight(c, c);
        }
        return ratio(hits, weight());
    }

    /// @return mean of [#recall] over the classes that have occurred, 0 to 1
    public double balancedAccuracy() {
        double recalls = 0;
        int occurred = 0;
        for (int c = 0; c < classCount; c++) {
            if (labelWeight(c) >= FORGOTTEN) {
                recalls += recall(c);
                occurred++;
            }
        }
        return ratio(recalls, occurred);
    }

    /// @return share of the predictions of a class that came true, 0 to 1
    /// @throws IllegalArgumentException when the index is not that of a class
    public double precision(int index) {
        return ratio(weight(index, index), predictedWeight(index));
    }

    /// @return share of the occurrences of a class that were predicted, 0 to 1
    /// @throws IllegalArgumentException when the index is not that of a class
    public double recall(int index) {
        return ratio(weight(index, index), labelWeight(index));
    }

    /// @return harmonic mean of [#precision] and [#recall], 0 to 1
    /// @throws IllegalArgumentException when the index is not that of a class
    public double f1(int index) {
        return ratio(2 * weight(index, index), labelWeight(index) + predictedWeight(index));
    }

    /// @return mean of [#f1] over the classes that have occurred or were predicted, 0 to 1
    public double macroF1() {
        double sum = 0;
        int met = 0;
        for (int c = 0; c < classCount; c++) {
            if (labelWeight(c) + predictedWeight(c) >= FORGOTTEN) {
                sum += f1(c);
                met++;
            }
        }
        return ratio(sum, met);
    }

    /// @return Cohen's kappa, agreement beyond chance: 1 when always right, 0 when as good as
    ///   predicting at random with the same frequencies, -1 at least
    public double kappa() {
        double chance = chance();
        return ratio(accuracy() - chance, 1 - chance);
    }

    /// @return Matthews' correlation coefficient in Gorodkin's form for any number of classes, from
    ///   -1 to 1
    public double matthews() {
        double total = weight();
        double squaredLabels = 0;
        double squaredPredictions = 0;
        for (int c = 0; c < classCount; c++) {
            double labels = ratio(labelWeight(c), total);
            double predictions = ratio(predictedWeight(c), total);
            squaredLabels += labels * labels;
            squaredPredictions += predictions * predictions;
        }
        double deviations =
                Math.sqrt(Math.max(0, 1 - squaredLabels))
                        * Math.sqrt(Math.max(0, 1 - squaredPredictions));
        return Math.clamp(ratio(accuracy() - chance(), deviations), -1, 1);
    }

    /// The accuracy of predictions of the same frequencies that know nothing.
    private double chance() {
        double total = weight();
        double sum = 0;
        for (int c = 0; c < classCount; c++) {
            sum += ratio(labelWeight(c), total) * ratio(predictedWeight(c), total);
        }
        return sum;
    }

    private double labelWeight(int label) {
        double sum = 0;
        for (int c = 0; c < classCount; c++) {
            sum += weight(label, c);
        }
        return sum;
    }

    private double predictedWeight(int predicted) {
        double sum = 0;
        for (int c = 0; c < classCount; c++) {
            sum += weight(c, predicted);
        }
        return sum;
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    /// Layout: the unit of weights, then the weights by label and predicted class.
    @Override
    public void save(StateOutput out) {
        pairs.save(out);
    }

    @Override
    public void restore(StateInput in) {
        pairs.restore(in);
    }
}

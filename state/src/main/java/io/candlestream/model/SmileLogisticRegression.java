package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;
import smile.classification.LogisticRegression;
import smile.util.IntSet;

/// Logistic regression of the library Smile, multinomial or binomial, learned online from a cold
/// start.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | a probability a class |
/// | warm-up | none; all classes are equally probable before the first example |
/// | state | `(classCount - 1) x (featureCount + 1)` doubles and 2 counters |
///
/// ```
/// p     = softmax(w x + b)                              the row of the class of reference is 0
/// b_c  <- b_c + eta (y_c - p_c)
/// w_c  <- (w_c + eta (y_c - p_c) x) (1 - eta l2)        first step, then shrink; computed as Smile does
/// ```
///
/// The class of reference is the last one of the multinomial and the first one of the binomial
/// model. Prediction and step are Smile's own, to the bit. What is added around them:
///
/// - an example that would leave a coefficient NaN or greater than `WEIGHT_LIMIT` is refused, and
///   the coefficients are put back: Smile does not clip gradients, so a feature that jumps out of
///   scale is refused where [SoftmaxRegression] takes a clipped step;
/// - where overflowing scores make Smile's probabilities NaN, they are those of `Softmax`. A score
///   that overflows to minus infinity beside finite ones keeps Smile's probability of 0.
///
/// Two departures from the house rules, both inside Smile: every step of the multinomial model
/// allocates one array of `classCount` doubles (and with more than 128 classes a boxed label), and
/// the exponential is [java.lang.Math]'s, not [java.lang.StrictMath]'s: results are repeatable on
/// one kind of machine, and may differ in the last bits between kinds.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: `smile.classification.LogisticRegression` of Smile 6.2.5.
public final class SmileLogisticRegression implements OnlineClassifier, LinearModel {

    private final Shape shape;
    private final LearningRate learningRate;
    private final LogisticRegression model;

    /// Smile's own arrays, live: a row for every class but that of reference.
    private final double[][] weights;

    /// The class of the first row.
    private final int firstClass;

    /// The rows before the step in hand.
    private final double[][] previous;

    private long learnedCount;
    private long refusedCount;

    private SmileLogisticRegression(
            Shape shape,
            LearningRate learningRate,
            LogisticRegression model,
            double[][] weights,
            int firstClass) {
        this.shape = shape;
        this.learningRate = learningRate;
        this.model = model;
        this.weights = weights;
        this.firstClass = firstClass;
        previous = new double[weights.length][shape.rowLength()];
    }

    static SmileLogisticRegression multinomial(ModelConfig.Smile config, Shape shape) {
        int classCount = shape.classCount();
        double[][] weights = new double[classCount - 1][shape.rowLength()];
        LogisticRegression model =
                new LogisticRegression.Multinomial(weights, 0, config.l2(), IntSet.of(classCount));
        return new SmileLogisticRegression(shape, config.learningRate(), model, weights, 0);
    }

    /// @throws IllegalArgumentException when there are not two classes
    static SmileLogisticRegression binomial(ModelConfig.SmileBinomial config, Shape shape) {
        if (shape.classCount() != 2) {
            throw new IllegalArgumentException(
                    "class count of a binomial model must be 2, was " + shape.classCount());
        }
        double[][] weights = new double[1][shape.rowLength()];
        LogisticRegression model =
                new LogisticRegression.Binomial(weights[0], 0, config.l2(), IntSet.of(2));
        return new SmileLogisticRegression(shape, config.learningRate(), model, weights, 1);
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
        model.predict(features, probabilities);
        // One NaN among the probabilities makes their sum, and so all of them, NaN.
        if (Double.isNaN(probabilities[0])) {
            writeSaturated(features, probabilities);
        }
    }

    private void writeSaturated(double[] features, double[] probabilities) {
        Arrays.fill(probabilities, 0);
        for (int i = 0; i < weights.length; i++) {
            probabilities[firstClass + i] = Softmax.scaledScore(weights[i], features);
        }
        Softmax.fromScaledScores(probabilities);
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        WeightRows.copy(weights, previous);
        model.setLearningRate(learningRate.at(learnedCount + 1));
        model.update(features, label);
        if (WeightRows.areWithinLimit(weights)) {
            learnedCount++;
        } else {
            WeightRows.copy(previous, weights);
            refusedCount++;
        }
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
    public double coefficient(int label, int index) {
        int row = label - firstClass;
        return row >= 0 && row < weights.length ? weights[row][index] : 0;
    }

    @Override
    public double[][] coefficients() {
        double[][] rows = new double[shape.classCount()][shape.rowLength()];
        for (int i = 0; i < weights.length; i++) {
            rows[firstClass + i] = weights[i].clone();
        }
        return rows;
    }

    /// Layout: learned count, refused count, then the coefficients row after row, without that of
    /// the class of reference, which is 0.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        WeightRows.save(weights, out);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        WeightRows.restore(weights, in);
    }
}

package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;
import java.util.function.Supplier;

/// A linear model of several classes, made of one of two classes for each: the class against the
/// rest.
///
/// ```
/// p_c = q_c / sum over k of q_k          q_c = probability of class c against the rest
///     = 1 / classCount                   where all q are 0
/// ```
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | a probability a class; [#decisions] are the scores |
/// | warm-up | none; all classes are equally probable before the first example |
/// | coefficients | one row a class |
/// | state | that of `classCount` models of two classes; no allocation per example |
///
/// As scikit-learn's `SGDClassifier`. Not thread-safe: owned by one stream task.
public final class OneVsRest implements OnlineClassifier, LinearModel, RatedModel {

    private final Shape shape;
    private final LinearClassifier[] classifiers;

    private OneVsRest(Shape shape, Supplier<LinearClassifier> classifier) {
        this.shape = shape;
        classifiers = new LinearClassifier[shape.classCount()];
        Arrays.setAll(classifiers, _ -> classifier.get());
    }

    /// @return one of the models where there are two classes, and one against the rest for each
    ///   where there are more
    static OnlineClassifier where(Shape shape, Supplier<LinearClassifier> classifier) {
        return shape.classCount() == 2 ? classifier.get() : new OneVsRest(shape, classifier);
    }

    @Override
    public void scaleRate(double factor) {
        for (LinearClassifier classifier : classifiers) {
            classifier.scaleRate(factor);
        }
    }

    @Override
    public double coefficient(int label, int index) {
        return classifiers[label].coefficient(1, index);
    }

    @Override
    public int featureCount() {
        return shape.featureCount();
    }

    @Override
    public int classCount() {
        return shape.classCount();
    }

    /// Writes the score of every class against the rest.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param decisions receives `classCount()` finite numbers
    /// @throws IllegalArgumentException when an array has another length
    public void decisions(double[] features, double[] decisions) {
        shape.checkFeatures(features);
        shape.checkProbabilities(decisions);
        for (int c = 0; c < classifiers.length; c++) {
            decisions[c] = classifiers[c].decision(features);
        }
    }

    @Override
    public void predict(double[] features, double[] probabilities) {
        shape.checkFeatures(features);
        shape.checkProbabilities(probabilities);
        double sum = 0;
        for (int c = 0; c < classifiers.length; c++) {
            probabilities[c] = classifiers[c].probability(features);
            sum += probabilities[c];
        }
        for (int c = 0; c < classifiers.length; c++) {
            probabilities[c] = sum > 0 ? probabilities[c] / sum : 1.0 / classifiers.length;
        }
    }

    /// Whether an example is refused depends on its features alone, so all take it or none.
    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        for (int c = 0; c < classifiers.length; c++) {
            classifiers[c].learn(features, c == label ? 1 : 0);
        }
    }

    @Override
    public long learnedCount() {
        return classifiers[0].learnedCount();
    }

    @Override
    public long refusedCount() {
        return classifiers[0].refusedCount();
    }

    @Override
    public double[][] coefficients() {
        double[][] rows = new double[classifiers.length][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = classifiers[c].coefficients()[0];
        }
        return rows;
    }

    /// Layout: that of each class's model after the other.
    @Override
    public void save(StateOutput out) {
        for (LinearClassifier classifier : classifiers) {
            classifier.save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (LinearClassifier classifier : classifiers) {
            classifier.restore(in);
        }
    }
}

package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A linear model of two classes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | the probability of either class, as [ClassLoss] gives it; [#decision] is the score |
/// | warm-up | none; both classes are equally probable before the first example |
/// | coefficients | one row, of the score of class 1 |
/// | state | 2 counters, the coefficients and what the rule remembers; no allocation per example |
///
/// [SgdConfig] and [PassiveAggressiveConfig] say how it learns. Not thread-safe: owned by one
/// stream task.
public final class LinearClassifier implements OnlineClassifier, LinearModel, RatedModel {

    private final Shape shape;
    private final ClassLoss loss;
    private final LinearRule rule;

    LinearClassifier(int featureCount, ClassLoss loss, LinearRule rule) {
        shape = new Shape(featureCount, 2);
        this.loss = loss;
        this.rule = rule;
    }

    @Override
    public int featureCount() {
        return shape.featureCount();
    }

    @Override
    public int classCount() {
        return shape.classCount();
    }

    /// @param features `featureCount()` finite numbers, scaled
    /// @return the linear score: above 0 for class 1, below for class 0; finite
    /// @throws IllegalArgumentException when the array has another length
    public double decision(double[] features) {
        shape.checkFeatures(features);
        return LinearScore.of(rule.coefficients(), features);
    }

    @Override
    public void scaleRate(double factor) {
        rule.scaleRate(factor);
    }

    /// The score of class 0 is that of class 1 with the other sign.
    @Override
    public double coefficient(int label, int index) {
        double coefficient = rule.coefficients()[index];
        return label == 1 ? coefficient : -coefficient;
    }

    /// The probability of class 1 alone.
    double probability(double[] features) {
        return loss.predicted(decision(features));
    }

    @Override
    public void predict(double[] features, double[] probabilities) {
        shape.checkProbabilities(probabilities);
        double decision = decision(features);
        int likely = decision > 0 ? 1 : 0;
        // The lesser one has all its digits; 1 less the greater one would not.
        double lesser = loss.predicted(-Math.abs(decision));
        probabilities[likely] = 1 - lesser;
        probabilities[1 - likely] = lesser;
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        rule.learn(features, label == 1 ? 1 : -1);
    }

    @Override
    public long learnedCount() {
        return rule.learnedCount();
    }

    @Override
    public long refusedCount() {
        return rule.refusedCount();
    }

    @Override
    public double[][] coefficients() {
        return new double[][] {rule.coefficients().clone()};
    }

    @Override
    public void save(StateOutput out) {
        rule.save(out);
    }

    @Override
    public void restore(StateInput in) {
        rule.restore(in);
    }
}

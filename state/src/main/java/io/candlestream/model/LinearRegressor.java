package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A linear model of a number.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude; targets of any magnitude, at best near 1 |
/// | output | the linear score, or what [NumberLoss] makes of it |
/// | warm-up | none; what a score of 0 predicts before the first example |
/// | coefficients | one row |
/// | state | 2 counters, the coefficients and what the rule remembers; no allocation per example |
///
/// A target that the loss does not know, as a negative one of the Poisson loss, is refused.
/// [SgdConfig] and [PassiveAggressiveConfig] say how it learns. Not thread-safe: owned by one
/// stream task.
public final class LinearRegressor implements OnlineRegressor, LinearModel, RatedModel {

    private final int featureCount;
    private final NumberLoss loss;
    private final LinearRule rule;

    LinearRegressor(int featureCount, NumberLoss loss, LinearRule rule) {
        this.featureCount = featureCount;
        this.loss = loss;
        this.rule = rule;
    }

    @Override
    public int featureCount() {
        return featureCount;
    }

    @Override
    public double predict(double[] features) {
        Shape.checkFeatures(features, featureCount);
        double predicted = loss.predicted(LinearScore.of(rule.coefficients(), features));
        return Math.min(predicted, Double.MAX_VALUE);
    }

    @Override
    public void learn(double[] features, double target) {
        Shape.checkFeatures(features, featureCount);
        rule.learn(features, target);
    }

    @Override
    public void scaleRate(double factor) {
        rule.scaleRate(factor);
    }

    @Override
    public double coefficient(int label, int index) {
        return rule.coefficients()[index];
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

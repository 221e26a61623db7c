package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// One linear score learned as [PassiveAggressiveConfig] says.
///
/// An example whose squared norm is not finite (a feature of about 1e154 or more) is refused, and
/// one whose target is not finite. No coefficient can be NaN: the score is finite where the squared
/// norm is, a step is at most the clip, and the limit cuts the finite result back to the range.
final class PassiveAggressiveRule implements LinearRule {

    private final PassiveAggressiveConfig config;
    private final Loss loss;
    private final double[] weights;
    private long learnedCount;
    private long refusedCount;

    /// @param loss one whose derivative is the direction, 1 or -1, wherever it is not 0
    PassiveAggressiveRule(PassiveAggressiveConfig config, Loss loss, int featureCount) {
        this.config = config;
        this.loss = loss;
        weights = new double[featureCount + 1];
    }

    @Override
    public double[] coefficients() {
        return weights;
    }

    @Override
    public void learn(double[] features, double target) {
        double squares = LinearScore.squares(features);
        double squaredNorm = 1 + squares;
        if (!(squaredNorm <= Double.MAX_VALUE && loss.accepts(target))) {
            refusedCount++;
            return;
        }
        learnedCount++;
        double score = LinearScore.plain(weights, features);
        double wrong = Math.min(loss.value(score, target), Double.MAX_VALUE);
        if (wrong > 0) {
            double longest = config.clip() / Math.sqrt(squaredNorm);
            double step = Math.min(step(wrong, squares), longest);
            move(features, -step * loss.derivative(score, target));
        }
    }

    private double step(double wrong, double squares) {
        return config.variant() == 1
                ? Math.min(config.c(), wrong / squares)
                : wrong / (squares + 1 / (2 * config.c()));
    }

    private void move(double[] features, double step) {
        for (int j = 0; j < features.length; j++) {
            weights[j] += step * features[j];
        }
        weights[features.length] += step;
        WeightRows.limit(weights);
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    /// Layout: learned count, refused count, then the coefficients.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        out.putDoubles(weights);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        WeightRows.restore(weights, in);
    }
}

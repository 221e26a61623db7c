package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A multilayer perceptron of a number.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude; targets of any magnitude, at best near 1 |
/// | output | its one output, or what [NumberLoss] makes of it |
/// | warm-up | none; what an output of 0 predicts before the first example |
/// | coefficients | one row: the linear function that touches the output where all features are 0 |
/// | state | 2 counters, the weights and what the optimiser remembers; no allocation per example |
///
/// What [NetworkClassifier] says of coefficients, renumbering and refusal holds here. A target that
/// the loss does not know is refused; the derivative of the loss is cut to 1e12 in magnitude. Not
/// thread-safe: owned by one stream task.
public final class NetworkRegressor implements OnlineRegressor {

    private static final double STEEPEST = 1e12;

    private final int featureCount;
    private final NumberLoss loss;
    private final Network network;
    private final NetworkRule rule;

    /// Scratch: the output, then the derivative of the loss by it.
    private final double[] output = new double[1];

    NetworkRegressor(MlpConfig config, NumberLoss loss, int featureCount) {
        this.featureCount = featureCount;
        this.loss = loss;
        network = new Network(config, featureCount, 1);
        rule = new NetworkRule(config, network);
    }

    @Override
    public int featureCount() {
        return featureCount;
    }

    @Override
    public double predict(double[] features) {
        Shape.checkFeatures(features, featureCount);
        network.putOutputs(features, output);
        return Math.min(loss.predicted(output[0]), Double.MAX_VALUE);
    }

    @Override
    public void learn(double[] features, double target) {
        Shape.checkFeatures(features, featureCount);
        if (!loss.accepts(target)) {
            rule.refuse();
            return;
        }
        network.putOutputs(features, output);
        double score = output[0];
        output[0] = Math.max(-STEEPEST, Math.min(loss.derivative(score, target), STEEPEST));
        rule.learn(features, output, loss.value(score, target));
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
        return network.tangents();
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

package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A multilayer perceptron of classes, with the softmax of its outputs and the log loss.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | a probability a class |
/// | warm-up | none; all classes are equally probable before the first example |
/// | coefficients | one row a class: the linear function that touches its score where all features are 0 |
/// | state | 2 counters, the weights and what the optimiser remembers; no allocation per example |
///
/// So the rows say what the network makes of features near their means, and nothing of what it
/// makes of them further out; they are cut to the limit, which weights obey as well. [MlpConfig]
/// says how it learns and how weights begin. As every feature begins with weights of its own,
/// renumbered features renumber the coefficients where the first weights are renumbered too. Where
/// the squared norm of a gradient overflows (a feature of about 1e154 or more) the example is
/// refused.
///
/// Not thread-safe: owned by one stream task.
public final class NetworkClassifier implements OnlineClassifier {

    private final Shape shape;
    private final Network network;
    private final NetworkRule rule;

    /// Scratch of [#learn]: the probabilities, then the derivative of the loss by every output.
    private final double[] errors;

    NetworkClassifier(MlpConfig config, Shape shape) {
        this.shape = shape;
        network = new Network(config, shape.featureCount(), shape.classCount());
        rule = new NetworkRule(config, network);
        errors = new double[shape.classCount()];
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
        network.putOutputs(features, probabilities);
        Softmax.fromScores(probabilities);
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        network.putOutputs(features, errors);
        Softmax.fromScores(errors);
        double loss = -Exponential.log(errors[label]);
        errors[label] -= 1;
        rule.learn(features, errors, loss);
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

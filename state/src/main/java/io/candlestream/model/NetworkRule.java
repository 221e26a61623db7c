package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// A [Network] that learns by stochastic gradient descent.
///
/// ```
/// g  <- gradient of the loss by every coefficient, cut so that |g| <= clip
/// W  <- step of the optimiser, cut to WEIGHT_LIMIT
/// ```
///
/// An example whose gradient has a squared norm that is not finite is refused; so is every one with
/// a feature of about 1e154 or more. Otherwise `g` is at most the clip and the step is finite for
/// finite memory, so no coefficient can be NaN. Not thread-safe: owned by one stream task.
final class NetworkRule implements Stateful {

    private static final double GREATEST = 1e12;

    private final Network network;
    private final double clip;
    private final Rates rates;
    private final Stepper stepper;

    /// Scratch.
    private final double[] gradients;

    private long learnedCount;
    private long refusedCount;

    NetworkRule(MlpConfig config, Network network) {
        this.network = network;
        clip = config.clip();
        rates = new Rates(config.optimiser().learningRate());
        int size = network.weights().length;
        stepper = Stepper.of(config.optimiser(), Penalty.l2(config.l2()), clip, size);
        gradients = new double[size];
    }

    /// Takes one step, or refuses the example.
    ///
    /// @param features of the latest outputs of the network
    /// @param errors derivative of the loss by every output
    /// @param loss of the example; counts as at most 1e12 in magnitude
    void learn(double[] features, double[] errors, double loss) {
        double norm = Math.sqrt(network.propagate(features, errors));
        if (!(norm <= Double.MAX_VALUE)) {
            refuse();
            return;
        }
        learnedCount++;
        double rate =
                rates.isAdaptive()
                        ? rates.at(
                                learnedCount,
                                loss < GREATEST ? Math.max(loss, -GREATEST) : GREATEST)
                        : rates.at(learnedCount);
        network.putGradients(features, errors, norm > clip ? clip / norm : 1, gradients);
        stepper.step(network.weights(), gradients, rate);
    }

    void refuse() {
        refusedCount++;
    }

    long learnedCount() {
        return learnedCount;
    }

    long refusedCount() {
        return refusedCount;
    }

    /// Layout: learned count, refused count, the memory of an adaptive rate and of the optimiser,
    /// then the coefficients, layer after layer and unit after unit.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        rates.save(out);
        stepper.save(out);
        out.putDoubles(network.weights());
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        rates.restore(in);
        stepper.restore(in);
        WeightRows.restore(network.weights(), in);
    }
}

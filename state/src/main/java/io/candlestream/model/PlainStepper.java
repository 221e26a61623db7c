package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.Plain]; remembers nothing.
///
/// The limit is skipped while a running bound on all coefficients shows that it would cut nothing.
final class PlainStepper implements Stepper {

    /// Covers the rounding of a step, and of the norm that clipped it.
    private static final double ROUNDING_MARGIN = 1 + 0x1p-20;

    private final double l2;
    private final double clip;

    /// No coefficient is greater in magnitude. Derived, not part of the state.
    private double bound;

    PlainStepper(double l2, double clip) {
        this.l2 = l2;
        this.clip = clip;
    }

    @Override
    public void step(double[] weights, double[] features, double slope, double rate) {
        double shrink = Math.max(0, 1 - rate * l2);
        double step = rate * slope;
        for (int j = 0; j < features.length; j++) {
            weights[j] = shrink * weights[j] - step * features[j];
        }
        weights[features.length] -= step;
        bound += rate * clip * ROUNDING_MARGIN;
        if (bound > OnlineModel.WEIGHT_LIMIT) {
            bound = WeightRows.limit(weights);
        }
    }

    @Override
    public void step(double[] weights, double[] gradients, double rate) {
        double shrink = Math.max(0, 1 - rate * l2);
        for (int j = 0; j < weights.length; j++) {
            weights[j] = shrink * weights[j] - rate * gradients[j];
        }
        bound = WeightRows.limit(weights);
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {
        bound = OnlineModel.WEIGHT_LIMIT;
    }
}

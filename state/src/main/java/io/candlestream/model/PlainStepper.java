package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.Plain]; remembers nothing.
final class PlainStepper implements Stepper {

    private final double l2;

    PlainStepper(double l2) {
        this.l2 = l2;
    }

    @Override
    public void step(double[] weights, double[] features, double slope, double rate) {
        double shrink = Math.max(0, 1 - rate * l2);
        double step = rate * slope;
        for (int j = 0; j < features.length; j++) {
            weights[j] = shrink * weights[j] - step * features[j];
        }
        weights[features.length] -= step;
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}

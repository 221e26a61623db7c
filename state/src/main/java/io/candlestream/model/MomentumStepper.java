package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.Momentum] and [Optimiser.Nesterov].
final class MomentumStepper implements Stepper {

    private final double momentum;
    private final double l2;

    /// How much of the gradient and of the velocity a step consists of.
    private final double gradientPart;

    private final double velocityPart;
    private final double[] velocities;

    MomentumStepper(double momentum, boolean nesterov, double l2, int size) {
        this.momentum = momentum;
        this.l2 = l2;
        gradientPart = nesterov ? 1 : 0;
        velocityPart = nesterov ? momentum : 1;
        velocities = new double[size];
    }

    @Override
    public void step(double[] weights, double[] features, double slope, double rate) {
        for (int j = 0; j < features.length; j++) {
            move(weights, j, slope * features[j], rate);
        }
        move(weights, features.length, slope, rate);
        WeightRows.limit(weights);
    }

    @Override
    public void step(double[] weights, double[] gradients, double rate) {
        for (int j = 0; j < weights.length; j++) {
            move(weights, j, gradients[j], rate);
        }
        WeightRows.limit(weights);
    }

    private void move(double[] weights, int j, double slope, double rate) {
        double gradient = slope + l2 * weights[j];
        double velocity = momentum * velocities[j] + gradient;
        velocities[j] = velocity;
        weights[j] -= rate * (gradientPart * gradient + velocityPart * velocity);
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(velocities);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restore(velocities, in);
    }
}

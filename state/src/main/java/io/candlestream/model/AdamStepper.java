package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.Adam], and [Optimiser.AdamW] with its penalty apart.
final class AdamStepper implements Stepper {

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double gradientL2;
    private final double shrinkL2;
    private final double[] means;
    private final double[] squares;

    /// `beta1^t` and `beta2^t`.
    private final double[] powers = {1, 1};

    AdamStepper(
            double beta1, double beta2, double epsilon, double l2, boolean decoupled, int size) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        gradientL2 = decoupled ? 0 : l2;
        shrinkL2 = decoupled ? l2 : 0;
        means = new double[size];
        squares = new double[size];
    }

    @Override
    public void step(double[] weights, double[] features, double slope, double rate) {
        powers[0] *= beta1;
        powers[1] *= beta2;
        double shrink = Math.max(0, 1 - rate * shrinkL2);
        double step = rate / (1 - powers[0]);
        double squareRoot = Math.sqrt(1 - powers[1]);
        for (int j = 0; j < features.length; j++) {
            move(weights, j, slope * features[j], shrink, step, squareRoot);
        }
        move(weights, features.length, slope, shrink, step, squareRoot);
        WeightRows.limit(weights);
    }

    @Override
    public void step(double[] weights, double[] gradients, double rate) {
        powers[0] *= beta1;
        powers[1] *= beta2;
        double shrink = Math.max(0, 1 - rate * shrinkL2);
        double step = rate / (1 - powers[0]);
        double squareRoot = Math.sqrt(1 - powers[1]);
        for (int j = 0; j < weights.length; j++) {
            move(weights, j, gradients[j], shrink, step, squareRoot);
        }
        WeightRows.limit(weights);
    }

    private void move(
            double[] weights, int j, double slope, double shrink, double step, double squareRoot) {
        double gradient = slope + gradientL2 * weights[j];
        double mean = beta1 * means[j] + (1 - beta1) * gradient;
        double square = beta2 * squares[j] + (1 - beta2) * gradient * gradient;
        means[j] = mean;
        squares[j] = square;
        weights[j] = shrink * weights[j] - step * mean / (Math.sqrt(square) / squareRoot + epsilon);
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(powers);
        out.putDoubles(means);
        out.putDoubles(squares);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restoreSquares(powers, in);
        Memories.check(powers[0] <= 1 && powers[1] <= 1, "power", Math.max(powers[0], powers[1]));
        Memories.restore(means, in);
        Memories.restoreSquares(squares, in);
    }
}

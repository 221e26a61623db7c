package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.Adagrad], which keeps all of the past and adds all of the present, and
/// [Optimiser.RmsProp], which keeps and adds parts of them.
final class SquaresStepper implements Stepper {

    private final double keep;
    private final double add;
    private final double epsilon;
    private final double l2;
    private final double[] squares;

    SquaresStepper(double keep, double add, double epsilon, double l2, int size) {
        this.keep = keep;
        this.add = add;
        this.epsilon = epsilon;
        this.l2 = l2;
        squares = new double[size];
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
        double square = keep * squares[j] + add * gradient * gradient;
        squares[j] = square;
        weights[j] -= rate * gradient / (Math.sqrt(square) + epsilon);
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(squares);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restoreSquares(squares, in);
    }
}

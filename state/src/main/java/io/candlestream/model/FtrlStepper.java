package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// [Optimiser.FtrlProximal]. The intercept is penalised like any other coefficient.
final class FtrlStepper implements Stepper {

    private final double alpha;
    private final double beta;
    private final double l1;
    private final double l2;

    /// The `z` and `n` of the formulas.
    private final double[] leads;

    private final double[] squares;

    FtrlStepper(Optimiser.FtrlProximal ftrl, Penalty penalty, int size) {
        alpha = ftrl.alpha();
        beta = ftrl.beta();
        l1 = penalty.l1();
        l2 = penalty.l2();
        leads = new double[size];
        squares = new double[size];
    }

    @Override
    public void step(double[] weights, double[] features, double slope, double rate) {
        for (int j = 0; j < features.length; j++) {
            move(weights, j, slope * features[j]);
        }
        move(weights, features.length, slope);
        WeightRows.limit(weights);
    }

    @Override
    public void step(double[] weights, double[] gradients, double rate) {
        for (int j = 0; j < weights.length; j++) {
            move(weights, j, gradients[j]);
        }
        WeightRows.limit(weights);
    }

    private void move(double[] weights, int j, double gradient) {
        double square = squares[j] + gradient * gradient;
        double root = Math.sqrt(square);
        double sigma = (root - Math.sqrt(squares[j])) / alpha;
        double lead = leads[j] + (gradient - sigma * weights[j]);
        squares[j] = square;
        leads[j] = lead;
        double beyond = Math.max(0, Math.abs(lead) - l1);
        weights[j] = -Math.copySign(beyond, lead) / ((beta + root) / alpha + l2);
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(leads);
        out.putDoubles(squares);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restore(leads, in);
        Memories.restoreSquares(squares, in);
    }
}

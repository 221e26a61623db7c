package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// [Mixing.OnlineNewton].
///
/// A component of the gradient is at most `n / share`: the weight of each member is at least `share
/// / n`.
final class NewtonMixer implements Mixer {

    private final double beta;
    private final double floor;
    private final int count;

    /// The `A` of the formulas, row after row.
    private final double[] matrix;

    private final double[] weights;

    private final double[] gradient;
    private final SimplexLeast least;

    NewtonMixer(Mixing.OnlineNewton newton, int count) {
        beta = newton.beta();
        floor = newton.share() / count;
        this.count = count;
        matrix = new double[count * count];
        weights = new double[count];
        gradient = new double[count];
        least = new SimplexLeast(count);
        Arrays.fill(weights, 1.0 / count);
        for (int i = 0; i < count; i++) {
            matrix[i * count + i] = newton.epsilon();
        }
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void learn(double[] parts) {
        double mixed = 0;
        for (int i = 0; i < count; i++) {
            mixed += weights[i] * parts[i];
        }
        for (int i = 0; i < count; i++) {
            gradient[i] = -parts[i] / mixed;
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                matrix[i * count + j] += gradient[i] * gradient[j];
            }
        }
        for (int i = 0; i < count; i++) {
            gradient[i] /= beta;
        }
        least.move(matrix, gradient, weights, floor);
    }

    /// Layout: the matrix, row after row, then the weights.
    @Override
    public void save(StateOutput out) {
        out.putDoubles(matrix);
        out.putDoubles(weights);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restore(matrix, in);
        for (int i = 0; i < count; i++) {
            Memories.check(matrix[i * (count + 1)] > 0, "square", matrix[i * (count + 1)]);
            for (int j = 0; j < i; j++) {
                double product = matrix[i * count + j];
                double most = matrix[i * (count + 1)] * matrix[j * (count + 1)] * (1 + 1e-9);
                boolean isPossible = product == matrix[j * count + i] && product * product <= most;
                Memories.check(isPossible, "product", product);
            }
        }
        in.getDoubles(weights);
        double sum = 0;
        for (double weight : weights) {
            Memories.check(weight >= floor / 2 && weight <= 1, "weight", weight);
            sum += weight;
        }
        Memories.check(Math.abs(sum - 1) <= 1e-9, "sum of weights", sum);
    }
}

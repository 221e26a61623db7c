package io.candlestream.model;

import java.util.Arrays;

/// A multilayer perceptron: its coefficients, what it makes of features, and the gradient of a
/// loss.
///
/// ```
/// h_0   = x
/// h_l   = activation(W_l h_(l-1) + b_l)                         hidden layers
/// out   = W h_L + b
/// d     = derivative of the loss by out
/// d_L   = activation'(h_L) * W' d,   d_l = activation'(h_l) * W_(l+1)' d_(l+1)
/// gradient of a row of W_l: d_l h_(l-1), of its intercept: d_l
/// ```
///
/// Nothing overflows but squares: a score of the first layer that would is that of features scaled
/// by 2^-64, cut to the greatest double; every [Activation] is at most 1e100, and coefficients are
/// at most [OnlineModel#WEIGHT_LIMIT]. Not thread-safe: what is computed stays in scratch arrays.
final class Network {

    private static final int MOST_WEIGHTS = 10_000_000;
    private static final double UP = 0x1p64;
    private static final double DOWN = 0x1p-64;

    private final int featureCount;
    private final int outputCount;
    private final Activation activation;

    /// Layer after layer, unit after unit: a weight for every input, then the intercept.
    private final double[] weights;

    /// Where the rows of each layer begin; those of the outputs come last.
    private final int[] starts;

    /// Of each hidden layer, what its units gave and the derivative of the loss by their scores.
    private final double[][] values;

    private final double[][] errors;

    Network(MlpConfig config, int featureCount, int outputCount) {
        this.featureCount = featureCount;
        this.outputCount = outputCount;
        activation = config.activation();
        int layers = config.layers();
        starts = new int[layers + 1];
        long size = 0;
        for (int l = 0; l <= layers; l++) {
            starts[l] = (int) Math.min(size, MOST_WEIGHTS);
            int inputs = l == 0 ? featureCount : config.hidden();
            int units = l == layers ? outputCount : config.hidden();
            size += (inputs + 1L) * units;
        }
        if (size > MOST_WEIGHTS) {
            throw new IllegalArgumentException(
                    "coefficients must be at most " + MOST_WEIGHTS + ", were " + size);
        }
        weights = new double[(int) size];
        values = new double[layers][config.hidden()];
        errors = new double[layers][config.hidden()];
        initialise(config.seed());
    }

    private void initialise(long seed) {
        long state = seed;
        for (int l = 0; l < values.length; l++) {
            int units = values[l].length;
            int inputs = l == 0 ? featureCount : units;
            double widest = activation.widest(inputs, units);
            for (int u = 0; u < units; u++) {
                int from = starts[l] + u * (inputs + 1);
                for (int j = 0; j < inputs; j++) {
                    state += 0x9e3779b97f4a7c15L;
                    weights[from + j] = widest * (2 * uniform(state) - 1);
                }
            }
        }
    }

    /// The output of SplitMix64 in this state, as a number in `[0, 1)`.
    private static double uniform(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (double) ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
    }

    /// The coefficients themselves.
    double[] weights() {
        return weights;
    }

    /// Writes the outputs, finite for finite features, and keeps what the hidden units gave.
    void putOutputs(double[] features, double[] outputs) {
        double[] inputs = features;
        for (int l = 0; l < values.length; l++) {
            double[] units = values[l];
            int from = starts[l];
            for (int u = 0; u < units.length; u++) {
                double score = LinearScore.plain(weights, from, inputs);
                units[u] = activation.of(l == 0 ? finite(score, from, features) : score);
                from += inputs.length + 1;
            }
            inputs = units;
        }
        int from = starts[values.length];
        for (int c = 0; c < outputCount; c++) {
            outputs[c] = LinearScore.plain(weights, from, inputs);
            from += inputs.length + 1;
        }
    }

    private double finite(double score, int from, double[] features) {
        if (Math.abs(score) <= Double.MAX_VALUE) {
            return score;
        }
        double sum = weights[from + features.length] * DOWN;
        for (int j = 0; j < features.length; j++) {
            sum += weights[from + j] * (features[j] * DOWN);
        }
        return Math.clamp(sum * UP, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// Carries errors back to the hidden units.
    ///
    /// @param features of the latest [#putOutputs]
    /// @param outputErrors derivative of the loss by every output
    /// @return the square of the norm of the gradient; not finite where it overflows
    double propagate(double[] features, double[] outputErrors) {
        carryBack(outputErrors);
        double squares = 0;
        for (int l = 0; l <= values.length; l++) {
            double[] inputs = l == 0 ? features : values[l - 1];
            double[] ofLayer = l == values.length ? outputErrors : errors[l];
            squares += LinearScore.squares(ofLayer) * (1 + LinearScore.squares(inputs));
        }
        return squares;
    }

    private void carryBack(double[] outputErrors) {
        double[] above = outputErrors;
        for (int l = values.length - 1; l >= 0; l--) {
            double[] units = values[l];
            double[] into = errors[l];
            Arrays.fill(into, 0);
            for (int u = 0; u < above.length; u++) {
                int from = starts[l + 1] + u * (units.length + 1);
                double error = above[u];
                for (int j = 0; j < units.length; j++) {
                    into[j] += error * weights[from + j];
                }
            }
            for (int j = 0; j < units.length; j++) {
                into[j] *= activation.slope(units[j]);
            }
            above = into;
        }
    }

    /// Writes the gradient of the latest [#propagate], by every coefficient, times a factor.
    void putGradients(double[] features, double[] outputErrors, double factor, double[] gradients) {
        int at = 0;
        for (int l = 0; l <= values.length; l++) {
            double[] inputs = l == 0 ? features : values[l - 1];
            double[] ofLayer = l == values.length ? outputErrors : errors[l];
            for (double error : ofLayer) {
                double slope = factor * error;
                for (int j = 0; j < inputs.length; j++) {
                    gradients[at + j] = slope * inputs[j];
                }
                gradients[at + inputs.length] = slope;
                at += inputs.length + 1;
            }
        }
    }

    /// The linear function that touches each output where all features are 0: a row of derivatives
    /// by every feature, then the output there, cut to [OnlineModel#WEIGHT_LIMIT].
    double[][] tangents() {
        double[][] rows = new double[outputCount][featureCount + 1];
        double[] outputs = new double[outputCount];
        double[] one = new double[outputCount];
        putOutputs(new double[featureCount], outputs);
        for (int c = 0; c < outputCount; c++) {
            Arrays.fill(one, 0);
            one[c] = 1;
            carryBack(one);
            putInputErrors(rows[c]);
            rows[c][featureCount] = outputs[c];
            WeightRows.limit(rows[c]);
        }
        return rows;
    }

    private void putInputErrors(double[] row) {
        for (int u = 0; u < errors[0].length; u++) {
            int from = u * (featureCount + 1);
            for (int j = 0; j < featureCount; j++) {
                row[j] += errors[0][u] * weights[from + j];
            }
        }
    }
}

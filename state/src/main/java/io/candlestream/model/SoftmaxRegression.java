package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Multinomial logistic regression, learned by stochastic gradient descent.
///
/// | quantity | meaning |
/// |---|---|
/// | input | scaled features, finite, any magnitude |
/// | output | a probability a class |
/// | warm-up | none; all classes are equally probable before the first example |
/// | state | `classCount x (featureCount + 1)` doubles and 2 counters; no allocation per example |
///
/// ```
/// p      = softmax(w x + b), see Softmax                y = 1 for the label, 0 for the other classes
/// g_c    = p_c - y_c                                    gradient of row c: g_c x, of intercept c: g_c
/// norm   = sqrt(sum over c of g_c^2) sqrt(1 + x.x)      norm of the gradient over all rows
/// s      = min(1, clip / norm)
/// eta    = learning rate at t                           t = number of the example learned, from 1
/// w_c   <- limit((1 - eta l2) w_c - eta s g_c x)        first shrink, then step, as scikit-learn
/// b_c   <- limit(b_c - eta s g_c)                       intercepts are not shrunk
/// ```
///
/// An example whose squared norm is not finite (a feature of about 1e154 or more) is refused.
///
/// No coefficient can leave `[-WEIGHT_LIMIT, WEIGHT_LIMIT]`, where it begins: probabilities are in
/// `[0, 1]` for coefficients in that range; the norm is finite or the example is refused; so `eta s
/// g_c x` is at most rate times clip, which the configuration keeps under 1e12; the shrink factor
/// is in `[0, 1]`; and `limit` cuts the finite result back to the range. It is skipped while a
/// running bound on all coefficients shows that it would cut nothing.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: C. M. Bishop, _Pattern Recognition and Machine Learning_, 2006, section 4.3.4.
public final class SoftmaxRegression implements OnlineClassifier, LinearModel, RatedModel {

    /// Covers the rounding of a step, and of the norm that clipped it.
    private static final double ROUNDING_MARGIN = 1 + 0x1p-20;

    private final ModelConfig.Softmax config;
    private final Shape shape;

    /// One row a class: its weights, then its intercept.
    private final double[][] weights;

    /// No coefficient is greater in magnitude. It grows by the longest step an example can take;
    /// rounding is monotonic, so it stays above them as they round. Derived, not part of the state.
    private double bound;

    /// Scratch of [#learn]: the probabilities, then the gradient by class, then the step by class.
    private final double[] errors;

    private double rateFactor = 1;
    private long learnedCount;
    private long refusedCount;

    SoftmaxRegression(ModelConfig.Softmax config, int featureCount, int classCount) {
        this.config = config;
        shape = new Shape(featureCount, classCount);
        weights = new double[classCount][shape.rowLength()];
        errors = new double[classCount];
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
        Softmax.putProbabilities(weights, features, probabilities);
    }

    @Override
    public void learn(double[] features, int label) {
        shape.checkFeatures(features);
        shape.checkLabel(label);
        Softmax.putProbabilities(weights, features, errors);
        errors[label] -= 1;
        double norm = Math.sqrt(LinearScore.squares(errors) * (1 + LinearScore.squares(features)));
        if (!Double.isFinite(norm)) {
            refusedCount++;
            return;
        }
        learnedCount++;
        double clip = config.clip();
        double rate = rateFactor * config.learningRate().at(learnedCount);
        double shrink = Math.max(0, 1 - rate * config.l2());
        double clippedRate = norm > clip ? rate * (clip / norm) : rate;
        for (int c = 0; c < weights.length; c++) {
            errors[c] *= clippedRate;
        }
        step(features, shrink);
        bound += rate * clip * ROUNDING_MARGIN;
        if (bound > WEIGHT_LIMIT) {
            limitWeights();
        }
    }

    @Override
    public void scaleRate(double factor) {
        rateFactor = factor;
    }

    @Override
    public double coefficient(int label, int index) {
        return weights[label][index];
    }

    /// Rows are taken three at a time, as in [Softmax].
    private void step(double[] features, double shrink) {
        int c = 0;
        for (; c + 3 <= weights.length; c += 3) {
            stepThree(c, features, shrink);
        }
        for (; c < weights.length; c++) {
            double[] row = weights[c];
            double step = errors[c];
            for (int j = 0; j < features.length; j++) {
                row[j] = shrink * row[j] - step * features[j];
            }
            row[features.length] -= step;
        }
    }

    private void stepThree(int first, double[] features, double shrink) {
        double[] row0 = weights[first];
        double[] row1 = weights[first + 1];
        double[] row2 = weights[first + 2];
        double step0 = errors[first];
        double step1 = errors[first + 1];
        double step2 = errors[first + 2];
        for (int j = 0; j < features.length; j++) {
            double feature = features[j];
            row0[j] = shrink * row0[j] - step0 * feature;
            row1[j] = shrink * row1[j] - step1 * feature;
            row2[j] = shrink * row2[j] - step2 * feature;
        }
        row0[features.length] -= step0;
        row1[features.length] -= step1;
        row2[features.length] -= step2;
    }

    private void limitWeights() {
        bound = 0;
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.clamp(row[j], -WEIGHT_LIMIT, WEIGHT_LIMIT);
                bound = Math.max(bound, Math.abs(row[j]));
            }
        }
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    @Override
    public double[][] coefficients() {
        double[][] rows = new double[shape.classCount()][shape.rowLength()];
        WeightRows.copy(weights, rows);
        return rows;
    }

    /// Layout: learned count, refused count, then the coefficients row after row.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        WeightRows.save(weights, out);
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        WeightRows.restore(weights, in);
        limitWeights();
    }
}

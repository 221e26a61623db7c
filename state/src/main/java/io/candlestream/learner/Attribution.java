package io.candlestream.learner;

import io.candlestream.model.LinearModel;

/// What moved a linear model most: the features whose weight times scaled value is greatest in
/// magnitude.
///
/// ```
/// contribution of j = coefficient(label, j) x_j
/// rest              = intercept + contributions of all features not among the greatest
/// score             = contributions of the greatest, added in their order, + rest
/// ```
///
/// Exact, not an approximation: a linear model's score is that sum. Ties go to the feature that
/// comes first. No allocation per explanation. Not thread-safe.
public final class Attribution {

    private final int[] features;
    private final double[] values;
    private int count;
    private double rest;

    /// @param most how many features are named, at least 0
    public Attribution(int most) {
        features = new int[most];
        values = new double[most];
    }

    /// Explains a prediction.
    ///
    /// @param model as it was when it predicted
    /// @param scaled the features it predicted from
    /// @param label the class whose score is explained; 0 where the label is a number
    public void explain(LinearModel model, double[] scaled, int label) {
        count = 0;
        rest = model.coefficient(label, scaled.length);
        for (int j = 0; j < scaled.length; j++) {
            insert(j, model.coefficient(label, j) * scaled[j]);
        }
    }

    /// Keeps the greatest in falling order; what falls out goes to the rest.
    private void insert(int feature, double value) {
        int at = count;
        while (at > 0 && Math.abs(values[at - 1]) < Math.abs(value)) {
            at--;
        }
        if (at == values.length) {
            rest += value;
            return;
        }
        if (count == values.length) {
            rest += values[count - 1];
        } else {
            count++;
        }
        for (int i = count - 1; i > at; i--) {
            features[i] = features[i - 1];
            values[i] = values[i - 1];
        }
        features[at] = feature;
        values[at] = value;
    }

    /// @return how many features are named
    public int count() {
        return count;
    }

    /// @param rank from 0, the greatest
    /// @return index of the feature
    public int feature(int rank) {
        return features[rank];
    }

    /// @param rank from 0, the greatest
    /// @return its contribution
    public double value(int rank) {
        return values[rank];
    }

    /// @return intercept and all other contributions
    public double rest() {
        return rest;
    }
}

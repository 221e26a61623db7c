package io.candlestream.model;

import io.candlestream.codec.Stateful;

/// A classifier that can predict before it has learned anything and learns from one example at a
/// time.
///
/// The contract every implementation passes:
///
/// - predicting and learning change nothing of their input, and predicting changes nothing of the
///   model;
/// - probabilities are finite, in `[0, 1]` and sum to one within 1e-12; before the first example
///   they are all equal;
/// - coefficients are finite whatever finite features were learned;
/// - the same examples in the same order give the same bits;
/// - neither verb allocates.
///
/// Not thread-safe: owned by one stream task.
public interface OnlineModel extends Stateful {

    /// @return how many features an example has
    int featureCount();

    /// @return how many classes there are; labels are `0` to `classCount() - 1`
    int classCount();

    /// Writes the probability of every class.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param probabilities receives `classCount()` numbers
    void predict(double[] features, double[] probabilities);

    /// Learns one example.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the label is not a class
    void learn(double[] features, int label);

    /// @return how many examples have been learned
    long learnedCount();

    /// @return how many examples were refused because their gradient was not finite; the model did
    ///   not change
    long refusedCount();

    /// @return a copy of the coefficients, one row a class: `featureCount()` weights and then the
    ///   intercept
    double[][] coefficients();
}

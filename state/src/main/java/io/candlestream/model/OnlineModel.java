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
/// - whatever finite features were learned, no coefficient is greater than [#WEIGHT_LIMIT] in
///   magnitude, and none is NaN;
/// - an example that cannot be learned safely is refused and counted, and changes nothing else;
/// - the same examples in the same order give the same bits;
/// - renumbering the features renumbers the coefficients and changes nothing but rounding;
/// - neither verb allocates, except where the implementation says how much.
///
/// Features are finite by contract. A feature that is not is refused by [#learn]; what [#predict]
/// makes of it is not defined.
///
/// Not thread-safe: owned by one stream task.
public interface OnlineModel extends Stateful {

    /// The greatest magnitude of a coefficient. On scaled features a coefficient of useful size is
    /// many orders smaller.
    double WEIGHT_LIMIT = 1e6;

    /// @return how many features an example has
    int featureCount();

    /// @return how many classes there are; labels are `0` to `classCount() - 1`
    int classCount();

    /// Writes the probability of every class.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param probabilities receives `classCount()` numbers
    /// @throws IllegalArgumentException when an array has another length
    void predict(double[] features, double[] probabilities);

    /// Learns one example, or refuses it and counts it as refused.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the array has another length or the label is not a
    ///   class
    void learn(double[] features, int label);

    /// @return how many examples have been learned; refused ones are not among them
    long learnedCount();

    /// @return how many examples were refused because their gradient, or a coefficient after the
    ///   step, would have left the safe range; the model did not change
    long refusedCount();

    /// @return a copy of the coefficients, one row a class: `featureCount()` weights and then the
    ///   intercept
    double[][] coefficients();
}

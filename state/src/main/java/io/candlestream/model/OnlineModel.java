package io.candlestream.model;

import io.candlestream.codec.Stateful;

/// A model that can predict before it has learned anything and learns from one example at a time.
///
/// The contract every implementation passes:
///
/// - predicting and learning change nothing of their input, and predicting changes nothing of the
///   model;
/// - whatever finite features were learned, no coefficient is greater than [#WEIGHT_LIMIT] in
///   magnitude, and none is NaN;
/// - an example that cannot be learned safely is refused and counted, and changes nothing else;
/// - the same examples in the same order give the same bits;
/// - renumbering the features renumbers the coefficients and changes nothing but rounding; where
///   every feature begins with random weights of its own, these must be renumbered with it;
/// - neither verb allocates, except where the implementation says how much.
///
/// Features are finite by contract. An example with a feature that is not is refused; what is
/// predicted from one is not defined.
///
/// Not thread-safe: owned by one stream task.
public interface OnlineModel extends Stateful {

    /// The greatest magnitude of a coefficient. On scaled features a coefficient of useful size is
    /// many orders smaller.
    double WEIGHT_LIMIT = 1e6;

    /// @return how many features an example has
    int featureCount();

    /// @return how many examples have been learned; refused ones are not among them
    long learnedCount();

    /// @return how many examples were refused because their gradient, or a coefficient after the
    ///   step, would have left the safe range; the model did not change
    long refusedCount();

    /// @return a copy of the coefficients, in rows of `featureCount()` weights and then the
    ///   intercept; which rows there are, the implementation says
    double[][] coefficients();
}

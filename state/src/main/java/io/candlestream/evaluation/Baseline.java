package io.candlestream.evaluation;

import io.candlestream.codec.Stateful;

/// A yardstick: a forecaster that knows nothing but the labels that came true before.
///
/// The contract every implementation passes: probabilities are in `[0, 1]` and sum to one within
/// 1e-12; before the first label they are all equal and a class that does not depend on labels is
/// predicted; predicting changes nothing; neither verb allocates.
///
/// Not thread-safe: owned by one stream task.
public interface Baseline extends Stateful {

    /// @return what it is called in scores, lower case with underscores
    String name();

    /// Writes the probability of every class.
    ///
    /// @param probabilities receives one number a class
    /// @return the class predicted, which need not be the most probable one
    /// @throws IllegalArgumentException when the array has another length
    int predict(double[] probabilities);

    /// Learns what came true.
    ///
    /// @param label index of the class
    /// @throws IllegalArgumentException when the label is not a class
    void learn(int label);
}

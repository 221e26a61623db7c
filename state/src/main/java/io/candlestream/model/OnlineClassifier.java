package io.candlestream.model;

/// A model of classes: it gives each of them a probability.
///
/// To the contract of [OnlineModel] it adds: probabilities are finite, in `[0, 1]` and sum to one
/// within 1e-12; before the first example they are all equal.
///
/// Its coefficients are one row a class, except where the implementation needs fewer for two
/// classes, or says otherwise.
public interface OnlineClassifier extends OnlineModel {

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
}

package io.candlestream.model;

/// A model whose score of each class, or whose number, is a weighted sum of the features before it
/// becomes a probability, or what the loss makes of it.
public interface LinearModel extends OnlineModel {

    /// @param label the class whose score; 0 where the label is a number
    /// @param index of the feature, or `featureCount()` for the intercept
    /// @return what the feature is multiplied with in that score
    double coefficient(int label, int index);
}

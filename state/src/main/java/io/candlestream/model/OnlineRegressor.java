package io.candlestream.model;

/// A model of a number.
///
/// To the contract of [OnlineModel] it adds: what it predicts is finite. An example whose target is
/// not finite is refused.
///
/// Its coefficients are one row, except where the implementation says otherwise.
public interface OnlineRegressor extends OnlineModel {

    /// @param features `featureCount()` finite numbers, scaled
    /// @return the number expected, finite
    /// @throws IllegalArgumentException when the array has another length
    double predict(double[] features);

    /// Learns one example, or refuses it and counts it as refused.
    ///
    /// @param features `featureCount()` finite numbers, scaled
    /// @param target the number that came true
    /// @throws IllegalArgumentException when the array has another length
    void learn(double[] features, double target);
}

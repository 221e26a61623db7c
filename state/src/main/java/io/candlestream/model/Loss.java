package io.candlestream.model;

/// What being wrong costs: a function of a linear score and of the truth.
///
/// | kind | target | predicted |
/// |---|---|---|
/// | [ClassLoss] | 1 for the class, -1 for the rest | the probability of the class |
/// | [NumberLoss] | the number | the number |
///
/// Stateless.
public sealed interface Loss permits ClassLoss, NumberLoss {

    /// @param score linear score, finite
    /// @param target the truth
    /// @return the loss; may overflow to infinity
    double value(double score, double target);

    /// @return the derivative of [#value] by the score, or one of its subgradients where it has a
    ///   corner; may overflow to infinity, is never NaN
    double derivative(double score, double target);

    /// @return what is predicted at a score
    double predicted(double score);

    /// Whether there can be such a target.
    boolean accepts(double target);

    /// @return the canonical text, as in `huber(0.1)`
    String expression();
}

package io.candlestream.model;

/// Which coefficients a linear model predicts with.
///
/// A mean over all examples is steadier than the coefficients themselves: it needs no falling rate.
///
/// Source: B. T. Polyak and A. B. Juditsky, _Acceleration of stochastic approximation by
/// averaging_, SIAM Journal on Control and Optimization 30, 1992.
public enum Averaging {
    /// The coefficients after the latest example.
    NONE("false"),

    /// The mean of the coefficients after every example.
    POLYAK("polyak"),

    /// The mean as scikit-learn's `partial_fit` with `average=True` makes it, one row a call: as
    /// [#POLYAK], but that the intercept begins at 0 again with every example, since scikit-learn
    /// 1.2 forgets it between calls. So scores are learned without an intercept, and the mean one
    /// stays small.
    SCIKIT_LEARN("true");

    private final String expression;

    Averaging(String expression) {
        this.expression = expression;
    }

    /// @return the word for it in an expression, as in `average=true`
    String expression() {
        return expression;
    }
}

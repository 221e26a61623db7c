package io.candlestream.label;

import java.util.List;

/// What a prediction is about: which class, or which number, comes true within `horizon` candles.
///
/// Horizons are counted in accepted candles: a gap lengthens the time a prediction waits, not the
/// number of candles. A rule says what is computed; [Labeller] computes it for one series.
public sealed interface LabelRule
        permits DirectionRule,
                FiveDirectionRule,
                ForwardReturnRule,
                ForwardVolatilityRule,
                TripleBarrierRule,
                QScoreRule {

    /// @return candles until the label is known, from 1 to 100,000
    int horizon();

    /// @return the names of the classes in the order of their indices; empty when the label is a
    ///   number
    List<String> classNames();

    /// Tells whether the label is a number and not a class.
    default boolean isNumber() {
        return classNames().isEmpty();
    }

    /// The class in which the price rises: of two such the one in which it rises less.
    ///
    /// @return its index
    /// @throws IllegalStateException when the label is a number
    default int risingClass() {
        if (isNumber()) {
            throw new IllegalStateException("the label must be of classes, was " + expression());
        }
        return classNames().size() / 2 + 1;
    }

    /// @return the canonical text, as in `direction(horizon=12,threshold_bps=10.0)`: equal rules,
    ///   and no others, have equal texts
    String expression();

    /// @return a labeller that has seen nothing
    Labeller create();
}

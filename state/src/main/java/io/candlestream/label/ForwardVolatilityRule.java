package io.candlestream.label;

import java.util.List;

/// How much the close will move from candle to candle, a number.
///
/// ```
/// move(s)            = ln(close(s) / close(s - 1))
/// forward volatility = sqrt(sum of move(s)^2 for s = t + 1 to t + horizon, / horizon)
/// ```
///
/// Per candle, a natural logarithm: 0.01 is about one percent. Moves are taken from 0 and not from
/// their mean, so one candle has a volatility. No warm-up. A gap lengthens the time of a horizon,
/// not its candles, and its move counts as one.
///
/// @param horizon candles until the label is known, from 1 to 100,000
public record ForwardVolatilityRule(int horizon) implements LabelRule {

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the horizon is outside it
    public ForwardVolatilityRule {
        Parameters.horizon(horizon);
    }

    @Override
    public List<String> classNames() {
        return List.of();
    }

    @Override
    public String expression() {
        return "forward_volatility(horizon=" + horizon + ')';
    }

    /// @return a labeller whose predictions keep their close and the square of the move to it
    @Override
    public Labeller create() {
        return new ForwardVolatilityLabeller();
    }
}

package io.candlestream.label;

import java.util.List;

/// The forward return itself, a number.
///
/// ```
/// forward return = close(t + horizon) / close(t) - 1
/// ```
///
/// No warm-up. A gap lengthens the time of a horizon, not its candles.
///
/// @param horizon candles until the label is known, from 1 to 100,000
public record ForwardReturnRule(int horizon) implements LabelRule {

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the horizon is outside it
    public ForwardReturnRule {
        Parameters.horizon(horizon);
    }

    @Override
    public List<String> classNames() {
        return List.of();
    }

    @Override
    public String expression() {
        return "forward_return(horizon=" + horizon + ')';
    }

    /// @return a labeller whose predictions keep their close
    @Override
    public Labeller create() {
        return new ForwardReturnLabeller();
    }
}

package io.candlestream.label;

import java.util.List;

/// The forward return beside what is usual at the time, brought into `[0, 1]`: a number.
///
/// ```
/// deviation = population standard deviation of the last `volatilityWindow` of ln(close / close before), at t
/// z         = ln(close(t + horizon) / close(t)) / (deviation sqrt(horizon))
/// q         = 1 / (1 + e^(-scale z))
/// ```
///
/// 0.5 when the close has not moved, above it when it has risen; a usual move upwards is 0.73 at
/// the scale 1. Where nothing had varied, `q` is 0, 0.5 or 1 by the direction of the close.
/// Warm-up: `volatilityWindow + 1` candles. A gap lengthens the time of a horizon, not its candles.
///
/// @param horizon candles until the label is known, from 1 to 100,000
/// @param scale how steep, positive and at most 1,000,000
/// @param volatilityWindow returns that volatility is of, from 2 to 10,000
public record QScoreRule(int horizon, double scale, int volatilityWindow) implements LabelRule {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is outside its range
    public QScoreRule {
        Parameters.horizon(horizon);
        Parameters.positive("scale", scale);
        Parameters.window(volatilityWindow);
    }

    @Override
    public List<String> classNames() {
        return List.of();
    }

    @Override
    public String expression() {
        return "q_score(horizon=%d,scale=%s,volatility_window=%d)"
                .formatted(horizon, scale, volatilityWindow);
    }

    /// @return a labeller whose predictions keep their close and the usual move
    @Override
    public Labeller create() {
        return new QScoreLabeller(this);
    }
}

package io.candlestream.learner;

import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.ExpressionParser;
import io.candlestream.label.Barriers;
import io.candlestream.label.DirectionRule;
import io.candlestream.label.FiveDirectionRule;
import io.candlestream.label.ForwardReturnRule;
import io.candlestream.label.ForwardVolatilityRule;
import io.candlestream.label.LabelRule;
import io.candlestream.label.QScoreRule;
import io.candlestream.label.Threshold;
import io.candlestream.label.TripleBarrierRule;

/// Labels as they are written in the grammar of expressions.
///
/// | label | parameters, with their defaults |
/// |---|---|
/// | `direction` | `horizon=12`, then one of `threshold_bps=10`; `volatility=..., window=100`; `quantile=..., window=1000` |
/// | `direction5` | `horizon=12`, then one of `threshold_bps=10, strong_bps=50`; `volatility=..., window=100, strong=twice`; `quantile=..., window=1000, strong=half` |
/// | `forward_return`, `forward_volatility` | `horizon=12` |
/// | `triple_barrier` | `horizon=24`, then `profit=2, stop=1, volatility_window=100` or `profit_bps=..., stop_bps=...`, then `side=long` or `short` |
/// | `q_score` | `horizon=12, scale=1, volatility_window=100` |
///
/// `volatility`, `quantile`, `profit_bps` and `stop_bps` go by key, since they choose the kind;
/// other arguments go by position or by key.
public final class LabelExpression {

    private LabelExpression() {}

    /// Reads a label.
    ///
    /// @throws ExpressionException when the text is no label; it says where
    public static LabelRule parse(String text) {
        return Call.read(ExpressionParser.parse(text), LabelExpression::label);
    }

    private static LabelRule label(Call call) {
        return switch (call.name()) {
            case "direction" -> new DirectionRule(call.whole("horizon", 12), threshold(call));
            case "direction5" -> fiveDirections(call);
            case "forward_return" -> new ForwardReturnRule(call.whole("horizon", 12));
            case "forward_volatility" -> new ForwardVolatilityRule(call.whole("horizon", 12));
            case "triple_barrier" ->
                    new TripleBarrierRule(
                            call.whole("horizon", 24),
                            barriers(call),
                            call.nested("side", "long", LabelExpression::side));
            case "q_score" ->
                    new QScoreRule(
                            call.whole("horizon", 12),
                            call.number("scale", 1),
                            call.whole("volatility_window", 100));
            default ->
                    throw call.unknown(
                            "a label",
                            "direction, direction5, forward_return, forward_volatility,"
                                    + " triple_barrier, q_score");
        };
    }

    private static FiveDirectionRule fiveDirections(Call call) {
        int horizon = call.whole("horizon", 12);
        Threshold threshold = threshold(call);
        double strong =
                switch (threshold) {
                    case Threshold.FixedBps _ -> call.number("strong_bps", 50);
                    case Threshold.OfVolatility(double size, int _) ->
                            call.number("strong", 2 * size);
                    case Threshold.Quantiles(double size, int _) -> call.number("strong", size / 2);
                };
        return new FiveDirectionRule(horizon, threshold, strong);
    }

    private static Threshold threshold(Call call) {
        if (call.has("volatility")) {
            return new Threshold.OfVolatility(
                    call.number("volatility", 1), call.whole("window", 100));
        }
        if (call.has("quantile")) {
            return new Threshold.Quantiles(
                    call.number("quantile", 1 / 3.0), call.whole("window", 1000));
        }
        return new Threshold.FixedBps(call.number("threshold_bps", 10));
    }

    private static Barriers barriers(Call call) {
        if (call.has("profit_bps") && call.has("stop_bps")) {
            return new Barriers.FixedBps(call.number("profit_bps", 0), call.number("stop_bps", 0));
        }
        if (call.has("profit_bps") || call.has("stop_bps")) {
            throw new IllegalArgumentException(
                    "profit_bps and stop_bps must come together, was one of them");
        }
        return new Barriers.OfVolatility(
                call.number("profit", 2),
                call.number("stop", 1),
                call.whole("volatility_window", 100));
    }

    private static TripleBarrierRule.Side side(Call call) {
        return switch (call.name()) {
            case "long" -> TripleBarrierRule.Side.LONG;
            case "short" -> TripleBarrierRule.Side.SHORT;
            default -> throw call.unknown("side", "long, short");
        };
    }
}

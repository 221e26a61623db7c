package io.candlestream.label;

import java.util.List;

/// A rule of every kind, with short windows.
public final class LabelRules {

    private LabelRules() {}

    /// @return rules that differ from each other
    public static List<LabelRule> all() {
        var volatility = new Threshold.OfVolatility(0.75, 5);
        var quantiles = new Threshold.Quantiles(0.3, 10);
        var fixed = new Barriers.FixedBps(80, 50);
        var usual = new Barriers.OfVolatility(1, 0.75, 6);
        return List.of(
                new DirectionRule(3, 10),
                new DirectionRule(3, volatility),
                new DirectionRule(4, quantiles),
                new FiveDirectionRule(3, new Threshold.FixedBps(10), 40),
                new FiveDirectionRule(3, volatility, 1.5),
                new FiveDirectionRule(4, quantiles, 0.1),
                new ForwardReturnRule(3),
                new ForwardVolatilityRule(4),
                new TripleBarrierRule(6, fixed, TripleBarrierRule.Side.LONG),
                new TripleBarrierRule(6, fixed, TripleBarrierRule.Side.SHORT),
                new TripleBarrierRule(5, usual, TripleBarrierRule.Side.LONG),
                new TripleBarrierRule(5, usual, TripleBarrierRule.Side.SHORT),
                new QScoreRule(3, 1.5, 7));
    }
}

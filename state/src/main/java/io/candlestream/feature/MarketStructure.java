package io.candlestream.feature;

import io.candlestream.indicator.Extreme;
import io.candlestream.indicator.LinearRegression;
import io.candlestream.indicator.Node;
import java.util.List;

/// How straight the market goes its way, and how it leaves its range.
final class MarketStructure {

    private MarketStructure() {}

    static List<Definition> definitions() {
        return List.of(
                trendStrength(),
                efficiencyRatio(),
                breakout(),
                rangeExpansion(),
                higherHighCount(),
                candlesSinceHigh(),
                candlesSinceLow());
    }

    private static Definition trendStrength() {
        return Definition.of(
                "trend_strength",
                Category.STRUCTURE,
                "R² of the straight line through the period, from 0 to 1, with the sign of its slope.",
                "r * abs(r), r the correlation of the source with time",
                "ordinary least squares",
                List.of(Parameter.source(), Parameter.period("period", 20, 2)),
                (graph, arguments) -> {
                    LinearRegression line =
                            graph.regression(arguments.source(), arguments.period());
                    return graph.derived(
                            "trend_strength",
                            () -> line.correlation() * Math.abs(line.correlation()),
                            line);
                });
    }

    private static Definition efficiencyRatio() {
        return Definition.of(
                "efficiency_ratio",
                Category.STRUCTURE,
                "The share of the source's way that it came forward, from 0 to 1; 0 when it has not"
                        + " moved.",
                "abs(source - source[period]) / sum(abs(source - source[1]), period)",
                "P. J. Kaufman, Smarter Trading, 1995",
                List.of(Parameter.source(), Parameter.period(10)),
                (graph, arguments) -> {
                    int period = arguments.period();
                    Node step = graph.change(arguments.source(), 1);
                    Node length = graph.derived("abs", s -> Math.abs(s), step);
                    Node way = graph.sma(length, period);
                    Node forward = graph.change(arguments.source(), period);
                    return graph.derived(
                            "efficiency " + period,
                            (f, w) -> efficiency(f, w * period),
                            forward,
                            way);
                });
    }

    private static double efficiency(double forward, double way) {
        return way > 0 ? Math.min(Math.abs(forward) / way, 1) : 0;
    }

    private static Definition breakout() {
        return Definition.of(
                "breakout",
                Category.STRUCTURE,
                "How far the close is above the highest high of the period before this candle, as a"
                        + " share of that high; below 0 inside the range.",
                "close / highest(high,period)[1] - 1",
                "R. Donchian, Trend-Following Methods in Commodity Price Analysis, 1957",
                List.of(Parameter.period(20)),
                (graph, arguments) -> {
                    Node close = graph.close();
                    Node highest = graph.lag(graph.highest(graph.high(), arguments.period()), 1);
                    return graph.derived("breakout", (c, h) -> c / h - 1, close, highest);
                });
    }

    private static Definition rangeExpansion() {
        return Definition.of(
                "range_expansion",
                Category.STRUCTURE,
                "True range over its mean of the period, from 0 to the period; 1 when there was none.",
                "true_range / sma(true_range,period)",
                "T. Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout,"
                        + " 1990",
                List.of(Parameter.period(20)),
                (graph, arguments) -> {
                    Node range = PriceNodes.trueRange(graph);
                    Node mean = graph.sma(range, arguments.period());
                    return graph.derived("share of mean", (r, m) -> m > 0 ? r / m : 1, range, mean);
                });
    }

    private static Definition higherHighCount() {
        return Definition.of(
                "higher_high_count",
                Category.STRUCTURE,
                "How many candles of the period had a high above the one before, from 0 to the period.",
                "count(high > high[1], period)",
                "candlestream",
                List.of(Parameter.period(20)),
                (graph, arguments) -> {
                    int period = arguments.period();
                    Node step = graph.change(graph.high(), 1);
                    Node higher = graph.derived("above 0", s -> s > 0 ? 1 : 0, step);
                    Node share = graph.sma(higher, period);
                    return graph.derived("count of " + period, s -> Math.rint(s * period), share);
                });
    }

    private static Definition candlesSinceHigh() {
        return Definition.of(
                "candles_since_high",
                Category.STRUCTURE,
                "Candles since the highest high of the period, the latest of equal ones: from 0 to"
                        + " period - 1.",
                "age of highest(high,period)",
                "TA-Lib 0.4.0, TA_MAXINDEX",
                List.of(Parameter.period(20)),
                (graph, arguments) -> age(graph, graph.highest(graph.high(), arguments.period())));
    }

    private static Definition candlesSinceLow() {
        return Definition.of(
                "candles_since_low",
                Category.STRUCTURE,
                "Candles since the lowest low of the period, the latest of equal ones: from 0 to"
                        + " period - 1.",
                "age of lowest(low,period)",
                "TA-Lib 0.4.0, TA_MININDEX",
                List.of(Parameter.period(20)),
                (graph, arguments) -> age(graph, graph.lowest(graph.low(), arguments.period())));
    }

    private static Node age(GraphBuilder graph, Extreme extreme) {
        return graph.derived("age", extreme::age, extreme);
    }
}

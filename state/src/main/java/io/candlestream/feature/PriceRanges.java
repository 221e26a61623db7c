package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;

/// Where the price stands in its range, and how wide that is.
final class PriceRanges {

    private PriceRanges() {}

    static List<Definition> definitions() {
        return List.of(closeInRange(), pricePosition(), trueRangeRatio(), highLowRatio());
    }

    private static Definition closeInRange() {
        return Definition.of(
                "close_in_range",
                Category.PRICE,
                "0 when the close is the lowest low of the period, 1 when the highest high, 0.5 when"
                        + " there is no range; clipped.",
                "(close - lowest(low,period)) / (highest(high,period) - lowest(low,period))",
                "G. C. Lane's %K, as a share; TA-Lib's TA_STOCHF divided by 100",
                List.of(Parameter.period(20)),
                (graph, arguments) ->
                        place(
                                graph,
                                graph.close(),
                                graph.lowest(graph.low(), arguments.period()),
                                graph.highest(graph.high(), arguments.period())));
    }

    private static Definition pricePosition() {
        return Definition.of(
                "price_position",
                Category.PRICE,
                "0 when the source is the lowest of its own period, 1 when the highest, 0.5 when it"
                        + " has not moved.",
                "(source - lowest(source,period)) / (highest(source,period) - lowest(source,period))",
                "candlestream",
                List.of(Parameter.source(), Parameter.period("period", 20, 2)),
                (graph, arguments) ->
                        place(
                                graph,
                                arguments.source(),
                                graph.lowest(arguments.source(), arguments.period()),
                                graph.highest(arguments.source(), arguments.period())));
    }

    /// Clipped, because the gate lets a close outside its candle's range pass.
    private static Node place(GraphBuilder graph, Node value, Node lowest, Node highest) {
        return graph.derived(
                "place",
                (v, l, h) -> {
                    double low = l;
                    double range = h - low;
                    return range > 0 ? Math.clamp((v - low) / range, 0, 1) : 0.5;
                },
                value,
                lowest,
                highest);
    }

    private static Definition trueRangeRatio() {
        return Definition.of(
                "true_range_ratio",
                Category.PRICE,
                "True range as a share of the close.",
                "true_range / close",
                "J. W. Wilder, New Concepts in Technical Trading Systems, 1978",
                List.of(),
                (graph, _) -> {
                    Node range = PriceNodes.trueRange(graph);
                    Node close = graph.close();
                    return graph.derived("true_range_ratio", (r, c) -> r / c, range, close);
                });
    }

    private static Definition highLowRatio() {
        return Definition.of(
                "high_low_ratio",
                Category.PRICE,
                "Highest high over lowest low of the period, at least 1.",
                "highest(high,period) / lowest(low,period)",
                "candlestream",
                List.of(Parameter.period(20)),
                (graph, arguments) -> {
                    Node highest = graph.highest(graph.high(), arguments.period());
                    Node lowest = graph.lowest(graph.low(), arguments.period());
                    return graph.derived("quotient", (h, l) -> h / l, highest, lowest);
                });
    }
}

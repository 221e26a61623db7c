package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;

/// The highest and the lowest of a window, and where a price stands to them.
final class Extremes {

    private Extremes() {}

    static List<Definition> definitions() {
        return List.of(highest(), lowest(), midpoint(), midprice(), drawdown(), ulcerIndex());
    }

    private static Definition highest() {
        return Definition.of(
                "highest",
                Category.STRUCTURE,
                "Highest value of the last candles, in the source's unit.",
                "max(x[0], ..., x[period - 1])",
                "TA-Lib 0.4.0, TA_MAX",
                List.of(Parameter.source(), Parameter.period(30)),
                (graph, arguments) -> graph.highest(arguments.source(), arguments.period()));
    }

    private static Definition lowest() {
        return Definition.of(
                "lowest",
                Category.STRUCTURE,
                "Lowest value of the last candles, in the source's unit.",
                "min(x[0], ..., x[period - 1])",
                "TA-Lib 0.4.0, TA_MIN",
                List.of(Parameter.source(), Parameter.period(30)),
                (graph, arguments) -> graph.lowest(arguments.source(), arguments.period()));
    }

    private static Definition midpoint() {
        return Definition.of(
                "midpoint",
                Category.TREND,
                "Middle between the highest and the lowest value, in the source's unit.",
                "(highest(source, period) + lowest(source, period)) / 2",
                "TA-Lib 0.4.0, TA_MIDPOINT",
                List.of(Parameter.source(), Parameter.period(14)),
                (graph, arguments) ->
                        middle(graph, arguments.source(), arguments.source(), arguments.period()));
    }

    private static Definition midprice() {
        return Definition.of(
                "midprice",
                Category.TREND,
                "Middle between the highest high and the lowest low, in the unit of the price.",
                "(highest(high, period) + lowest(low, period)) / 2",
                "TA-Lib 0.4.0, TA_MIDPRICE",
                List.of(Parameter.period(14)),
                (graph, arguments) -> middle(graph, graph.high(), graph.low(), arguments.period()));
    }

    private static Definition drawdown() {
        return Definition.of(
                "drawdown",
                Category.STRUCTURE,
                "How far the source is below its highest value, as a share of it: 0 at the high,"
                        + " -0.1 ten per cent below it.",
                "x / highest(source, period) - 1; 0 when the highest value is not above 0",
                "the definition",
                List.of(Parameter.source(), Parameter.period(100)),
                (graph, arguments) -> drawdown(graph, arguments.source(), arguments.period()));
    }

    private static Definition ulcerIndex() {
        return Definition.of(
                "ulcer_index",
                Category.VOLATILITY,
                "Root mean square of the drawdowns from the rolling high, in per cent, at least 0.",
                "100 sqrt(mean(drawdown(source, period)^2, period))",
                "P. G. Martin, B. B. McCann, The Investor's Guide to Fidelity Funds, 1989;"
                        + " each drawdown from its own rolling high",
                List.of(Parameter.source(), Parameter.period(14)),
                (graph, arguments) -> ulcerIndex(graph, arguments.source(), arguments.period()));
    }

    /// The middle between the highest value of one node and the lowest of another.
    static Node middle(GraphBuilder graph, Node highs, Node lows, int period) {
        Node highest = graph.highest(highs, period);
        Node lowest = graph.lowest(lows, period);
        return graph.derived("middle", (h, l) -> (h + l) / 2, highest, lowest);
    }

    private static Node drawdown(GraphBuilder graph, Node source, int period) {
        Node highest = graph.highest(source, period);
        return graph.derived("drawdown", (s, h) -> h > 0 ? s / h - 1 : 0, source, highest);
    }

    private static Node ulcerIndex(GraphBuilder graph, Node source, int period) {
        Node drawdown = drawdown(graph, source, period);
        Node square = graph.derived("square", d -> d * d, drawdown);
        Node mean = graph.sma(square, period);
        return graph.derived("ulcer_index", m -> 100 * Math.sqrt(Math.max(m, 0)), mean);
    }
}

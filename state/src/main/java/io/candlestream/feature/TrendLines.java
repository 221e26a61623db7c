package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.indicator.Supertrend;
import java.util.List;

/// Lines that are drawn through or around the price: Ichimoku's, and the supertrend.
final class TrendLines {

    private TrendLines() {}

    static List<Definition> definitions() {
        return List.of(ichimoku(), supertrend());
    }

    private static Definition ichimoku() {
        return new Definition(
                "ichimoku",
                Category.TREND,
                "Ichimoku's lines as they stand at this candle, in the unit of the price, and two"
                        + " distances as shares of the close.",
                """
                middle(n)        = (highest(high,n) + lowest(low,n)) / 2
                conversion       = middle(conversion)
                base             = middle(base)
                span_a           = (conversion + base) / 2, of `base` candles ago
                span_b           = middle(span), of `base` candles ago
                lagging_distance = close / close[base] - 1
                cloud_distance   = (close - nearest span) / close, 0 between the spans
                The spans are those drawn at this candle: computed `base` candles ago, none of the future.\
                """,
                "G. Hosoda, 1969; N. Elliott, Ichimoku Charts, 2007",
                List.of(
                        Parameter.period("conversion", 9, 1),
                        Parameter.period("base", 26, 1),
                        Parameter.period("span", 52, 1)),
                List.of(
                        "conversion",
                        "base",
                        "span_a",
                        "span_b",
                        "lagging_distance",
                        "cloud_distance"),
                TrendLines::ichimoku);
    }

    private static Node ichimoku(GraphBuilder graph, Arguments arguments, String output) {
        int base = arguments.whole("base");
        return switch (output) {
            case "conversion" -> middle(graph, arguments.whole("conversion"));
            case "base" -> middle(graph, base);
            case "span_a" -> spanA(graph, arguments);
            case "span_b" -> spanB(graph, arguments);
            case "lagging_distance" -> {
                Node close = graph.close();
                Node before = graph.lag(close, base);
                yield graph.derived("lagging_distance", (c, b) -> c / b - 1, close, before);
            }
            case "cloud_distance" ->
                    cloudDistance(graph, spanA(graph, arguments), spanB(graph, arguments));
            default -> throw new IllegalArgumentException("there is no output called " + output);
        };
    }

    private static Node spanA(GraphBuilder graph, Arguments arguments) {
        int base = arguments.whole("base");
        Node conversion = middle(graph, arguments.whole("conversion"));
        return graph.lag(halfway(graph, conversion, middle(graph, base)), base);
    }

    private static Node spanB(GraphBuilder graph, Arguments arguments) {
        return graph.lag(middle(graph, arguments.whole("span")), arguments.whole("base"));
    }

    private static Node cloudDistance(GraphBuilder graph, Node spanA, Node spanB) {
        Node close = graph.close();
        return graph.derived(
                "cloud_distance",
                (c, s, sp) -> {
                    double top = Math.max(s, sp);
                    double bottom = Math.min(s, sp);
                    return (c - Math.clamp(c, bottom, top)) / c;
                },
                close,
                spanA,
                spanB);
    }

    private static Node middle(GraphBuilder graph, int period) {
        return halfway(
                graph, graph.highest(graph.high(), period), graph.lowest(graph.low(), period));
    }

    private static Node halfway(GraphBuilder graph, Node one, Node other) {
        return graph.derived("halfway", (o, ot) -> (o + ot) / 2, one, other);
    }

    private static Definition supertrend() {
        return new Definition(
                "supertrend",
                Category.TREND,
                "A band that follows the price until a close breaks it, in the unit of the price; its"
                        + " direction, 1 below the price and -1 above; the close's distance from it"
                        + " as a share of the close.",
                """
                upper <- median + width * atr when lower than upper, or close[1] > upper
                lower <- median - width * atr when higher than lower, or close[1] < lower
                value = upper until close > upper, then lower until close < lower, and so on
                distance = (close - value) / close\
                """,
                "O. Seban, Tout le monde mérite d'être riche, 2008",
                List.of(Parameter.period(10), Parameter.decimal("width", "3", 0.001, 1_000)),
                List.of("value", "direction", "distance"),
                TrendLines::supertrend);
    }

    private static Node supertrend(GraphBuilder graph, Arguments arguments, String output) {
        double width = arguments.decimal("width");
        Node median = halfway(graph, graph.high(), graph.low());
        Node range = graph.wilder(PriceNodes.trueRange(graph), arguments.period());
        Node close = graph.close();
        Supertrend trend =
                (Supertrend)
                        graph.node(
                                "supertrend " + width,
                                () -> new Supertrend(median, range, close, width),
                                median,
                                range,
                                close);
        return switch (output) {
            case "value" -> trend;
            case "direction" -> graph.derived("direction", trend::direction, trend);
            case "distance" ->
                    graph.derived("distance as share", (c, t) -> (c - t) / c, close, trend);
            default -> throw new IllegalArgumentException("there is no output called " + output);
        };
    }
}

package io.candlestream.feature;

import io.candlestream.indicator.Formula;
import io.candlestream.indicator.HeikinAshiOpen;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.Streak;
import java.util.List;

/// What one candle looks like, alone and beside those before it.
final class CandleShapes {

    private CandleShapes() {}

    static List<Definition> definitions() {
        return List.of(
                candle(), gap(), bodyRatio(), insideBar(), outsideBar(), streak(), heikinAshi());
    }

    private static Definition candle() {
        return new Definition(
                "candle",
                Category.PRICE,
                "Range, body and shadows as shares of the close; direction 1 up, -1 down, 0 neither.",
                """
                range        = (high - low) / close
                body         = (close - open) / close
                upper_shadow = (high - max(open, close)) / close
                lower_shadow = (min(open, close) - low) / close
                direction    = sign(close - open)\
                """,
                "S. Nison, Japanese Candlestick Charting Techniques, 1991",
                List.of(),
                List.of("range", "body", "upper_shadow", "lower_shadow", "direction"),
                (graph, _, output) -> part(graph, output));
    }

    private static Node part(GraphBuilder graph, String output) {
        Node open = graph.open();
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        String kind = "candle." + output;
        Formula.OfFour formula =
                switch (output) {
                    case "range" -> (_, h, l, c) -> (h - l) / c;
                    case "body" -> (o, _, _, c) -> (c - o) / c;
                    case "upper_shadow" -> (o, h, _, c) -> (h - Math.max(o, c)) / c;
                    case "lower_shadow" -> (o, _, l, c) -> (Math.min(o, c) - l) / c;
                    case "direction" -> (o, _, _, c) -> Math.signum(c - o);
                    default ->
                            throw new IllegalArgumentException(
                                    "there is no output called " + output);
                };
        return graph.derived(kind, formula, open, high, low, close);
    }

    private static Definition gap() {
        return Definition.of(
                "gap",
                Category.PRICE,
                "Open over the close before, less 1: a share.",
                "open / close[1] - 1",
                "candlestream",
                List.of(),
                (graph, _) -> {
                    Node open = graph.open();
                    Node before = graph.lag(graph.close(), 1);
                    return graph.derived("gap", (o, b) -> o / b - 1, open, before);
                });
    }

    private static Definition bodyRatio() {
        return Definition.of(
                "body_ratio",
                Category.PRICE,
                "The body's share of the candle's range, from 0 to 1; 0 when there is no range.",
                "abs(close - open) / (high - low)",
                "candlestream",
                List.of(),
                (graph, _) -> {
                    Node open = graph.open();
                    Node high = graph.high();
                    Node low = graph.low();
                    Node close = graph.close();
                    return graph.derived(
                            "body_ratio",
                            (o, h, l, c) -> {
                                double range = h - l;
                                double body = Math.abs(c - o);
                                return range > 0 ? Math.min(body / range, 1) : 0;
                            },
                            open,
                            high,
                            low,
                            close);
                });
    }

    private static Definition insideBar() {
        return Definition.of(
                "inside_bar",
                Category.PRICE,
                "1 when the high is below the high before and the low above the low before, else 0.",
                "high < high[1] and low > low[1]",
                "T. Bulkowski, Encyclopedia of Chart Patterns, 2005",
                List.of(),
                (graph, _) -> {
                    Node high = graph.high();
                    Node low = graph.low();
                    return nested(graph, high, low, graph.lag(high, 1), graph.lag(low, 1));
                });
    }

    private static Definition outsideBar() {
        return Definition.of(
                "outside_bar",
                Category.PRICE,
                "1 when the high is above the high before and the low below the low before, else 0.",
                "high > high[1] and low < low[1]",
                "T. Bulkowski, Encyclopedia of Chart Patterns, 2005",
                List.of(),
                (graph, _) -> {
                    Node high = graph.high();
                    Node low = graph.low();
                    return nested(graph, graph.lag(high, 1), graph.lag(low, 1), high, low);
                });
    }

    /// 1 when the inner range is within the outer one and touches neither end.
    private static Node nested(
            GraphBuilder graph, Node innerHigh, Node innerLow, Node outerHigh, Node outerLow) {
        return graph.derived(
                "nested",
                (i, in, o, ou) -> {
                    boolean below = i < o;
                    return below && in > ou ? 1 : 0;
                },
                innerHigh,
                innerLow,
                outerHigh,
                outerLow);
    }

    private static Definition streak() {
        return Definition.of(
                "streak",
                Category.PRICE,
                "Candles in a row in which the source rose; below 0, as many in which it fell.",
                "max(streak[1], 0) + 1 when it rose; min(streak[1], 0) - 1 when it fell; else 0",
                "L. Connors, An Introduction to ConnorsRSI, 2012",
                List.of(Parameter.source()),
                (graph, arguments) -> streak(graph, arguments.source()));
    }

    /// @return in how many candles in a row a node rose, or fell
    static Node streak(GraphBuilder graph, Node source) {
        Node before = graph.lag(source, 1);
        return graph.node("streak", () -> new Streak(source, before), source, before);
    }

    private static Definition heikinAshi() {
        return new Definition(
                "heikin_ashi",
                Category.PRICE,
                "Prices of the Heikin-Ashi candle, in the unit of the price.",
                """
                close = (open + high + low + close) / 4
                open  = (heikin_ashi.open[1] + heikin_ashi.close[1]) / 2
                high  = max(high, heikin_ashi.open, heikin_ashi.close)
                low   = min(low, heikin_ashi.open, heikin_ashi.close)\
                """,
                "D. Valcu, Technical Analysis of Stocks & Commodities 22 (2004) 2",
                List.of(),
                List.of("open", "high", "low", "close"),
                (graph, _, output) -> heikinAshi(graph, output));
    }

    private static Node heikinAshi(GraphBuilder graph, String output) {
        Node open = graph.open();
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        Node middle =
                graph.derived(
                        "heikin_ashi.close",
                        (o, h, l, c) -> (o + h + l + c) / 4,
                        open,
                        high,
                        low,
                        close);
        Node first =
                graph.node(
                        "heikin_ashi.open",
                        () -> new HeikinAshiOpen(open, close, middle),
                        open,
                        close,
                        middle);
        return switch (output) {
            case "open" -> first;
            case "high" ->
                    graph.derived(
                            "highest of three",
                            (h, f, m) -> Math.max(h, Math.max(f, m)),
                            high,
                            first,
                            middle);
            case "low" ->
                    graph.derived(
                            "lowest of three",
                            (l, f, m) -> Math.min(l, Math.min(f, m)),
                            low,
                            first,
                            middle);
            case "close" -> middle;
            default -> throw new IllegalArgumentException("there is no output called " + output);
        };
    }
}

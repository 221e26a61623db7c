package io.candlestream.feature;

import io.candlestream.indicator.CandlePattern;
import io.candlestream.indicator.CandleShapes;
import io.candlestream.indicator.History;
import io.candlestream.indicator.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Candlestick patterns, an output each.
final class Patterns {

    private Patterns() {}

    static List<Definition> definitions() {
        return List.of(
                new Definition(
                        "pattern",
                        Category.PATTERN,
                        "Candlestick patterns: 100 where the last candles form a bullish one, -100 a"
                                + " bearish one, 0 none.",
                        "the rules of CandlePattern, with averages over 10 and 5 candles before",
                        "TA-Lib 0.4.0, the TA_CDL functions with their default settings",
                        List.of(),
                        Arrays.stream(CandlePattern.values()).map(CandlePattern::toString).toList(),
                        (graph, _, output) -> node(graph, output)));
    }

    private static Node node(GraphBuilder graph, String output) {
        CandlePattern pattern = CandlePattern.valueOf(output.toUpperCase(Locale.ROOT));
        CandleShapes candles = shapes(graph);
        return graph.derived("pattern " + pattern, pattern.over(candles), candles);
    }

    private static CandleShapes shapes(GraphBuilder graph) {
        History open = graph.history(graph.open());
        History high = graph.history(graph.high());
        History low = graph.history(graph.low());
        History close = graph.history(graph.close());
        return (CandleShapes)
                graph.node(
                        "candle_shapes",
                        () -> new CandleShapes(open, high, low, close),
                        open,
                        high,
                        low,
                        close);
    }
}

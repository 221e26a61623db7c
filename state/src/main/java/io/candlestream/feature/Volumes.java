package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.indicator.OnBalanceVolume;
import java.util.List;
import java.util.function.Function;

/// Volume with the direction of the price, added up.
final class Volumes {

    /// An index that has moved by this, in natural logarithms, either way, stays there.
    private static final double LARGEST_EXPONENT = 600;

    private Volumes() {}

    static List<Definition> definitions() {
        return List.of(
                cumulative(
                        "obv",
                        "On-balance volume: volume counted up when the close rises and down when it"
                                + " falls, in units of base.",
                        "sum(sign(close - close[1]) volume), from the first volume on",
                        "J. E. Granville, New Key to Stock Market Profits, 1963; TA-Lib 0.4.0, TA_OBV",
                        Volumes::onBalance),
                cumulative(
                        "ad",
                        "Accumulation and distribution: volume by where the close stands in its"
                                + " candle, added up, in units of base.",
                        "sum(volume ((close - low) - (high - close)) / (high - low)),"
                                + " 0 for a candle without range",
                        "M. Chaikin; TA-Lib 0.4.0, TA_AD",
                        graph -> graph.cumulative(flow(graph))),
                adOscillator(),
                cumulative(
                        "vpt",
                        "Volume price trend: volume times the return, added up, in units of base.",
                        "sum(volume (close / close[1] - 1))",
                        "D. L. Markstein, How to Chart Your Way to Stock Market Profits, 1966",
                        graph -> graph.cumulative(returned(graph))),
                cumulative(
                        "nvi",
                        "Negative volume index: the price's moves on falling volume, from 1000.",
                        "1000 product(close / close[1] where volume < volume[1]),"
                                + " cut at e^-600 and e^600 times 1000",
                        "N. G. Fosback, Stock Market Logic, 1976",
                        graph -> volumeIndex(graph, -1)),
                cumulative(
                        "pvi",
                        "Positive volume index: the price's moves on rising volume, from 1000.",
                        "1000 product(close / close[1] where volume > volume[1]),"
                                + " cut at e^-600 and e^600 times 1000",
                        "N. G. Fosback, Stock Market Logic, 1976",
                        graph -> volumeIndex(graph, 1)),
                moneyFlow());
    }

    private static Definition cumulative(
            String name,
            String summary,
            String formula,
            String source,
            Function<GraphBuilder, Node> node) {
        return Definition.of(
                name,
                Category.VOLUME,
                summary,
                formula,
                source,
                List.of(),
                (graph, _) -> node.apply(graph));
    }

    private static Definition adOscillator() {
        return Definition.of(
                "ad_oscillator",
                Category.VOLUME,
                "Fast less slow average of accumulation and distribution, in units of base.",
                "ema(ad, fast) - ema(ad, slow)",
                "M. Chaikin; TA-Lib 0.4.0, TA_ADOSC",
                List.of(Parameter.period("fast", 3, 1), Parameter.period("slow", 10, 1)),
                (graph, arguments) ->
                        graph.spread(
                                graph.cumulative(flow(graph)),
                                arguments.whole("fast"),
                                arguments.whole("slow")));
    }

    private static Definition moneyFlow() {
        return Definition.of(
                "chaikin_money_flow",
                Category.VOLUME,
                "Share of the volume that closed in the upper part of its candles, less the rest,"
                        + " from -1 to 1.",
                "sum(volume ((close - low) - (high - close)) / (high - low), period)"
                        + " / sum(volume, period); 0 without volume",
                "M. Chaikin",
                List.of(Parameter.period(20)),
                (graph, arguments) -> {
                    Node flow = graph.sma(flow(graph), arguments.period());
                    Node volume = graph.sma(graph.volume(), arguments.period());
                    return graph.derived("ratio or 0", (f, v) -> v > 0 ? f / v : 0, flow, volume);
                });
    }

    private static Node onBalance(GraphBuilder graph) {
        Node close = graph.close();
        Node volume = graph.volume();
        return graph.node(
                "on_balance_volume", () -> new OnBalanceVolume(close, volume), close, volume);
    }

    /// Volume by where the close stands in its candle.
    private static Node flow(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        Node volume = graph.volume();
        return graph.derived(
                "money_flow", (h, l, c, v) -> place(h, l, c) * v, high, low, close, volume);
    }

    private static double place(double high, double low, double close) {
        return high > low ? ((close - low) - (high - close)) / (high - low) : 0;
    }

    private static Node returned(GraphBuilder graph) {
        Node change = graph.simpleReturn(graph.close());
        Node volume = graph.volume();
        return graph.derived("product", (c, v) -> c * v, change, volume);
    }

    /// Added up as logarithms, so that neither rounding nor the size of the index adds up.
    private static Node volumeIndex(GraphBuilder graph, int direction) {
        Node volume = graph.volume();
        Node before = graph.lag(volume, 1);
        Node move = graph.logRatio(graph.close(), graph.lag(graph.close(), 1));
        Node counted =
                graph.derived(
                        "where_volume_moves " + direction,
                        (v, b, m) -> Math.signum(v - b) == direction ? m : 0,
                        volume,
                        before,
                        move);
        Node sum = graph.cumulative(counted);
        return graph.derived(
                "index",
                s -> 1000 * StrictMath.exp(Math.clamp(s, -LARGEST_EXPONENT, LARGEST_EXPONENT)),
                sum);
    }
}

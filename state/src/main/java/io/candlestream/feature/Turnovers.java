package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.indicator.SessionSum;
import java.util.List;
import java.util.function.UnaryOperator;

/// How much was traded compared with before, at which price, and how much that moved.
final class Turnovers {

    /// Beyond what prices and volumes of a market give, and far from overflow when squared.
    private static final double LARGEST = 1e100;

    private Turnovers() {}

    static List<Definition> definitions() {
        return List.of(
                volumeRatio(),
                relativeVolume(),
                volumeZscore(),
                oscillator(),
                amihud(),
                vwap(),
                sessionVwap());
    }

    private static Definition volumeRatio() {
        return Definition.of(
                "volume_ratio",
                Category.VOLUME,
                "Volume over its mean, the candle included, from 0 to the period.",
                "volume / mean(volume, period); 1 when the mean is 0",
                "the definition",
                List.of(Parameter.period(20)),
                (graph, arguments) ->
                        ratioOrOne(
                                graph,
                                graph.volume(),
                                graph.sma(graph.volume(), arguments.period())));
    }

    private static Definition relativeVolume() {
        return Definition.of(
                "relative_volume",
                Category.VOLUME,
                "Volume over its mean of the candles before, at least 0.",
                "volume / mean(volume[1], period); 1 when the mean is 0, cut at 1e100",
                "the definition",
                List.of(Parameter.period(20)),
                (graph, arguments) ->
                        ratioOrOne(
                                graph,
                                graph.volume(),
                                graph.sma(graph.lag(graph.volume(), 1), arguments.period())));
    }

    private static Definition volumeZscore() {
        return Definition.of(
                "volume_zscore",
                Category.VOLUME,
                "How many population deviations the volume is above its mean.",
                "zscore(volume, period)",
                "the definition",
                List.of(Parameter.period(20)),
                (graph, arguments) -> graph.zScore(graph.volume(), arguments.period()));
    }

    private static Definition oscillator() {
        return new Definition(
                "pvo",
                Category.VOLUME,
                "Percentage volume oscillator: how far the fast average of the volume is above the"
                        + " slow one, its signal and histogram, in per cent.",
                "line = 100 (ema(volume, fast) - ema(volume, slow)) / ema(volume, slow), 0 without"
                        + " volume; signal = ema(line, signal); histogram = line - signal",
                "G. Appel's divergence of averages, of volume",
                List.of(
                        Parameter.period("fast", 12, 1),
                        Parameter.period("slow", 26, 1),
                        Parameter.period("signal", 9, 1)),
                List.of("line", "signal", "histogram"),
                Turnovers::oscillator);
    }

    private static Node oscillator(GraphBuilder graph, Arguments arguments, String output) {
        Node fast = graph.ema(graph.volume(), arguments.whole("fast"));
        Node slow = graph.ema(graph.volume(), arguments.whole("slow"));
        Node line =
                graph.derived("percentage", (f, s) -> s > 0 ? 100 * ((f - s) / s) : 0, fast, slow);
        if (output.equals("line")) {
            return line;
        }
        Node signal = graph.ema(line, arguments.whole("signal"));
        return output.equals("signal") ? signal : graph.difference(line, signal);
    }

    private static Definition amihud() {
        return Definition.of(
                "amihud",
                Category.VOLUME,
                "Illiquidity: mean of how much a unit of quote that was traded moved the price, as a"
                        + " share, at least 0.",
                "mean(|close / close[1] - 1| / (close volume)) over the candles of the period that"
                        + " traded; 0 when none did, each cut at 1e100",
                "Y. Amihud, Journal of Financial Markets 5 (2002) 31",
                List.of(Parameter.period(20)),
                (graph, arguments) -> amihud(graph, arguments.period()));
    }

    private static Node amihud(GraphBuilder graph, int period) {
        Node change = graph.simpleReturn(graph.close());
        Node turnover = turnover(graph, graph.close());
        Node impact =
                graph.derived(
                        "impact", (c, t) -> t > 0 ? cut(Math.abs(c) / t) : 0, change, turnover);
        Node traded = graph.derived("is_above_0", t -> t > 0 ? 1 : 0, turnover);
        Node mean = graph.sma(impact, period);
        Node share = graph.sma(traded, period);
        return graph.derived("amihud", (m, s) -> s > 0 ? Math.max(m, 0) / s : 0, mean, share);
    }

    private static Definition vwap() {
        return Definition.of(
                "vwap",
                Category.VOLUME,
                "Mean typical price of the last candles, weighted by volume, in the unit of the price.",
                "sum(typical_price volume, period) / sum(volume, period);"
                        + " the typical price when nothing was traded",
                "the definition",
                List.of(Parameter.period(20)),
                (graph, arguments) -> vwap(graph, node -> graph.sma(node, arguments.period())));
    }

    private static Definition sessionVwap() {
        return Definition.of(
                "session_vwap",
                Category.VOLUME,
                "Mean typical price since 00:00 UTC, weighted by volume, in the unit of the price.",
                "sum(typical_price volume) / sum(volume) over the candles that opened on the same UTC"
                        + " day; the typical price when nothing was traded",
                "the definition",
                List.of(),
                (graph, _) -> vwap(graph, node -> sessionSum(graph, node)));
    }

    private static Node vwap(GraphBuilder graph, UnaryOperator<Node> window) {
        Node price = PriceNodes.typicalPrice(graph);
        Node turnover = window.apply(turnover(graph, price));
        Node volume = window.apply(graph.volume());
        return graph.derived("vwap", (p, t, v) -> v > 0 ? t / v : p, price, turnover, volume);
    }

    private static Node sessionSum(GraphBuilder graph, Node input) {
        Node openTime = graph.openTime();
        return graph.node("session_sum", () -> new SessionSum(openTime, input), openTime, input);
    }

    private static Node turnover(GraphBuilder graph, Node price) {
        Node volume = graph.volume();
        return graph.derived("product", (p, v) -> p * v, price, volume);
    }

    private static Node ratioOrOne(GraphBuilder graph, Node part, Node whole) {
        return graph.derived("ratio or 1", (p, w) -> w > 0 ? cut(p / w) : 1, part, whole);
    }

    private static double cut(double value) {
        return Math.min(value, LARGEST);
    }
}

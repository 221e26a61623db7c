package io.candlestream.feature;

import io.candlestream.indicator.Fisher;
import io.candlestream.indicator.Node;
import java.util.List;

/// Where the price stands in the range of its last candles.
final class RangePositions {

    /// While nothing moves, averages of gains and losses shrink by the same share, and the index
    /// moves by what they are rounded by: some 1e-14 of its 100.
    private static final double LEAST_INDEX_RANGE = 1e-9;

    private RangePositions() {}

    static List<Definition> definitions() {
        return List.of(
                new Definition(
                        "stochastic",
                        Category.MOMENTUM,
                        "Where the close stands in the range of the last candles, smoothed (k) and"
                                + " smoothed again (d), from 0 to 100; 0 when there is no range.",
                        "k = sma(100 (close - lowest(low)) / (highest(high) - lowest(low)),"
                                + " smoothing); d = sma(k, signal)",
                        "G. C. Lane, Technical Analysis of Stocks and Commodities 2 (1984); TA-Lib"
                                + " 0.4.0, TA_STOCH",
                        List.of(
                                Parameter.period(14),
                                Parameter.period("smoothing", 3, 1),
                                Parameter.period("signal", 3, 1)),
                        List.of("k", "d"),
                        RangePositions::stochastic),
                new Definition(
                        "fast_stochastic",
                        Category.MOMENTUM,
                        "Where the close stands in the range of the last candles (k), and smoothed"
                                + " (d), from 0 to 100; 0 when there is no range.",
                        "k = 100 (close - lowest(low)) / (highest(high) - lowest(low)); d = sma(k,"
                                + " signal)",
                        "G. C. Lane, Technical Analysis of Stocks and Commodities 2 (1984); TA-Lib"
                                + " 0.4.0, TA_STOCHF",
                        List.of(Parameter.period(14), Parameter.period("signal", 3, 1)),
                        List.of("k", "d"),
                        (graph, arguments, output) -> {
                            Node k = inCandles(graph, arguments.period());
                            return smoothed(graph, k, arguments, output);
                        }),
                new Definition(
                        "stochastic_rsi",
                        Category.MOMENTUM,
                        "Where the relative strength index stands in its own last range (k), and"
                                + " smoothed (d), from 0 to 100; 0 when there is no range of at least"
                                + " 1e-9.",
                        "k = 100 (r - lowest(r, period)) / (highest(r, period) - lowest(r, period)),"
                                + " r = rsi(x, rsi_period); d = sma(k, signal)",
                        "T. S. Chande, S. Kroll, The New Technical Trader, 1994; TA-Lib 0.4.0,"
                                + " TA_STOCHRSI",
                        List.of(
                                Parameter.source(),
                                Parameter.period("rsi_period", 14, 2),
                                Parameter.period(14),
                                Parameter.period("signal", 3, 1)),
                        List.of("k", "d"),
                        RangePositions::stochasticRsi),
                Definition.of(
                        "williams_r",
                        Category.MOMENTUM,
                        "How far the close is below the highest price of the last candles, in per"
                                + " cent of their range, from -100 to 0; 0 when there is no range.",
                        "-100 (highest(high) - close) / (highest(high) - lowest(low))",
                        "L. Williams, How I Made One Million Dollars, 1973; TA-Lib 0.4.0, TA_WILLR",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> {
                            Node highest = graph.highest(graph.high(), arguments.period());
                            Node lowest = graph.lowest(graph.low(), arguments.period());
                            return graph.percentage(
                                    graph.difference(graph.close(), highest),
                                    graph.difference(highest, lowest));
                        }),
                Definition.of(
                        "ultimate_oscillator",
                        Category.MOMENTUM,
                        "Buying pressure as a share of true range over three periods, the shortest"
                                + " heaviest, from 0 to 100.",
                        "100 (4 p(short) + 2 p(middle) + p(long)) / 7, p(n) = sum(close - min(low,"
                                + " close[1]), n) / sum(true_range, n)",
                        "L. Williams, Technical Analysis of Stocks and Commodities 3 (1985); TA-Lib"
                                + " 0.4.0, TA_ULTOSC",
                        List.of(
                                Parameter.period("short", 7, 1),
                                Parameter.period("middle", 14, 1),
                                Parameter.period("long", 28, 1)),
                        RangePositions::ultimate),
                Definition.of(
                        "fisher_transform",
                        Category.MOMENTUM,
                        "Fisher transform of where the middle price stands in its last range: about"
                                + " -7.6 to 7.6, mostly within 2.",
                        "s <- 0.66 (position - 0.5) + 0.67 s; f <- 0.5 ln((1 + s) / (1 - s)) + 0.5 f,"
                                + " position of (high + low) / 2 in its range over period candles",
                        "J. F. Ehlers, Technical Analysis of Stocks and Commodities 20 (2002)",
                        List.of(Parameter.period(10)),
                        RangePositions::fisher));
    }

    private static Node stochastic(GraphBuilder graph, Arguments arguments, String output) {
        Node k = graph.sma(inCandles(graph, arguments.period()), arguments.whole("smoothing"));
        return smoothed(graph, k, arguments, output);
    }

    private static Node stochasticRsi(GraphBuilder graph, Arguments arguments, String output) {
        Node rsi = Oscillators.rsi(graph, arguments.source(), arguments.whole("rsi_period"));
        int period = arguments.period();
        Node k =
                graph.derived(
                        "position_of_index",
                        (r, l, h) -> h - l >= LEAST_INDEX_RANGE ? 100 * ((r - l) / (h - l)) : 0,
                        rsi,
                        graph.lowest(rsi, period),
                        graph.highest(rsi, period));
        return smoothed(graph, k, arguments, output);
    }

    private static Node smoothed(GraphBuilder graph, Node k, Arguments arguments, String output) {
        return output.equals("k") ? k : graph.sma(k, arguments.whole("signal"));
    }

    /// Where the close stands in the candles' range, in per cent.
    private static Node inCandles(GraphBuilder graph, int period) {
        return position(
                graph,
                graph.close(),
                graph.lowest(graph.low(), period),
                graph.highest(graph.high(), period));
    }

    private static Node position(GraphBuilder graph, Node of, Node lowest, Node highest) {
        return graph.percentage(graph.difference(of, lowest), graph.difference(highest, lowest));
    }

    private static Node ultimate(GraphBuilder graph, Arguments arguments) {
        Node close = graph.close();
        Node low = graph.low();
        Node before = graph.lag(close, 1);
        Node pressure =
                graph.derived(
                        "buying_pressure", (c, l, b) -> c - Math.min(l, b), close, low, before);
        Node fast = pressure(graph, pressure, arguments.whole("short"));
        Node middle = pressure(graph, pressure, arguments.whole("middle"));
        Node slow = pressure(graph, pressure, arguments.whole("long"));
        return graph.derived("ultimate", (f, m, s) -> (4 * f + 2 * m + s) / 7, fast, middle, slow);
    }

    private static Node pressure(GraphBuilder graph, Node pressure, int period) {
        return graph.percentage(
                graph.sum(pressure, period), graph.sum(PriceNodes.trueRange(graph), period));
    }

    private static Node fisher(GraphBuilder graph, Arguments arguments) {
        Node price = PriceNodes.medianPrice(graph);
        Node lowest = graph.lowest(price, arguments.period());
        Node highest = graph.highest(price, arguments.period());
        Node position =
                graph.derived("position", (p, l, h) -> position(p, l, h), price, lowest, highest);
        return graph.node("fisher", () -> new Fisher(position), position);
    }

    /// From 0 to 1, and in the middle when there is no range.
    private static double position(double of, double lowest, double highest) {
        return highest > lowest ? (of - lowest) / (highest - lowest) : 0.5;
    }
}

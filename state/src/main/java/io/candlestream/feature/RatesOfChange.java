package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.BiFunction;

/// How much a source has changed, as such and smoothed.
final class RatesOfChange {

    private RatesOfChange() {}

    static List<Definition> definitions() {
        return List.of(
                change(
                        "return",
                        "Change over some candles as a share of the earlier value.",
                        "x / x[period] - 1",
                        "the price",
                        1,
                        RatesOfChange::simpleReturn),
                change(
                        "log_return",
                        "Natural logarithm of the value over the value some candles ago.",
                        "ln(x / x[period]), 0 when either is not above 0",
                        "the price",
                        1,
                        RatesOfChange::logReturn),
                change(
                        "momentum",
                        "Change over some candles, in the source's unit.",
                        "x - x[period]",
                        "TA-Lib 0.4.0, TA_MOM",
                        10,
                        (graph, arguments) -> graph.change(arguments.source(), arguments.period())),
                change(
                        "roc",
                        "Rate of change: the change over some candles in per cent.",
                        "100 (x / x[period] - 1)",
                        "TA-Lib 0.4.0, TA_ROC",
                        10,
                        (graph, arguments) -> roc(graph, arguments.source(), arguments.period())),
                change(
                        "acceleration",
                        "How much the rate of change has changed since the candle before, in"
                                + " percentage points.",
                        "roc(x, period) - roc(x, period)[1]",
                        "the rate of change",
                        10,
                        (graph, arguments) ->
                                graph.change(
                                        roc(graph, arguments.source(), arguments.period()), 1)),
                change(
                        "trix",
                        "Rate of change of a triple exponential average, in per cent.",
                        "roc(ema(ema(ema(x))), 1)",
                        "J. K. Hutson, Technical Analysis of Stocks and Commodities 1 (1983);"
                                + " TA-Lib 0.4.0, TA_TRIX",
                        15,
                        RatesOfChange::trix),
                Definition.of(
                        "coppock",
                        Category.MOMENTUM,
                        "Coppock's curve: smoothed sum of two rates of change, in per cent.",
                        "wma(roc(x, long) + roc(x, short), period)",
                        "E. S. C. Coppock, Barron's, 15 October 1962",
                        List.of(
                                Parameter.source(),
                                Parameter.period(10),
                                Parameter.period("long", 14, 1),
                                Parameter.period("short", 11, 1)),
                        RatesOfChange::coppock),
                Definition.of(
                        "kst",
                        Category.MOMENTUM,
                        "Know sure thing: weighted sum of four smoothed rates of change, in per"
                                + " cent.",
                        "sma(roc(x, 10), 10) + 2 sma(roc(x, 15), 10) + 3 sma(roc(x, 20), 10)"
                                + " + 4 sma(roc(x, 30), 15)",
                        "M. J. Pring, Technical Analysis of Stocks and Commodities 10 (1992)",
                        List.of(Parameter.source()),
                        RatesOfChange::knowSureThing),
                Definition.of(
                        "tsi",
                        Category.MOMENTUM,
                        "True strength index: twice smoothed change as a share of twice smoothed"
                                + " movement, from -100 to 100; 0 when nothing moves.",
                        "100 ema(ema(x - x[1], slow), fast) / ema(ema(|x - x[1]|, slow), fast)",
                        "W. Blau, Momentum, Direction and Divergence, 1995",
                        List.of(
                                Parameter.source(),
                                Parameter.period("slow", 25, 1),
                                Parameter.period("fast", 13, 1)),
                        RatesOfChange::trueStrength));
    }

    /// A definition with a source and a period.
    private static Definition change(
            String name,
            String summary,
            String formula,
            String source,
            int period,
            BiFunction<GraphBuilder, Arguments, Node> construction) {
        return Definition.of(
                name,
                Category.MOMENTUM,
                summary,
                formula,
                source,
                List.of(Parameter.source(), Parameter.period(period)),
                construction);
    }

    private static Node simpleReturn(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        int period = arguments.period();
        return graph.ratio(graph.change(source, period), graph.lag(source, period));
    }

    /// Rate of change in per cent, 0 when the earlier value is, as in TA-Lib.
    static Node roc(GraphBuilder graph, Node source, int period) {
        return graph.percentage(graph.change(source, period), graph.lag(source, period));
    }

    /// How far a source moved since the candle before, up or down.
    static Node step(GraphBuilder graph, Node source) {
        Node change = graph.change(source, 1);
        return graph.derived("magnitude", c -> Math.abs(c), change);
    }

    private static Node logReturn(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node before = graph.lag(source, arguments.period());
        return graph.logRatio(source, before);
    }

    private static Node trix(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node twice = graph.ema(graph.ema(arguments.source(), period), period);
        return roc(graph, graph.ema(twice, period), 1);
    }

    private static Node coppock(GraphBuilder graph, Arguments arguments) {
        Node slow = roc(graph, arguments.source(), arguments.whole("long"));
        Node fast = roc(graph, arguments.source(), arguments.whole("short"));
        return graph.wma(graph.total(slow, fast), arguments.period());
    }

    private static Node knowSureThing(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node first = graph.sma(roc(graph, source, 10), 10);
        Node second = graph.sma(roc(graph, source, 15), 10);
        Node third = graph.sma(roc(graph, source, 20), 10);
        Node fourth = graph.sma(roc(graph, source, 30), 15);
        return graph.derived(
                "kst", (f, s, t, fo) -> f + 2 * s + 3 * t + 4 * fo, first, second, third, fourth);
    }

    private static Node trueStrength(GraphBuilder graph, Arguments arguments) {
        int slow = arguments.whole("slow");
        int fast = arguments.whole("fast");
        Node change = graph.change(arguments.source(), 1);
        Node step = step(graph, arguments.source());
        return graph.percentage(
                graph.ema(graph.ema(change, slow), fast), graph.ema(graph.ema(step, slow), fast));
    }
}

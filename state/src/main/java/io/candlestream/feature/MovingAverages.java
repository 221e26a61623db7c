package io.candlestream.feature;

import io.candlestream.indicator.FixedWeights;
import io.candlestream.indicator.History;
import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.BiFunction;

/// Averages whose weights are the same for every candle, or follow its volume.
final class MovingAverages {

    private MovingAverages() {}

    static List<Definition> definitions() {
        return List.of(
                average(
                        "sma",
                        "Plain mean of the last candles, in the source's unit.",
                        "sum(x, period) / period",
                        "TA-Lib 0.4.0, TA_SMA",
                        Parameter.period(20),
                        (graph, arguments) -> graph.sma(arguments.source(), arguments.period())),
                average(
                        "ema",
                        "Exponential moving average, in the source's unit.",
                        "ema <- ema + 2 / (period + 1) * (x - ema)",
                        "TA-Lib 0.4.0, TA_EMA",
                        Parameter.period(20),
                        (graph, arguments) -> graph.ema(arguments.source(), arguments.period())),
                average(
                        "wma",
                        "Linearly weighted mean, the newest candle heaviest, in the source's unit.",
                        "(period * x[0] + ... + 1 * x[period - 1]) / (period * (period + 1) / 2)",
                        "TA-Lib 0.4.0, TA_WMA",
                        Parameter.period(20),
                        (graph, arguments) -> graph.wma(arguments.source(), arguments.period())),
                average(
                        "trima",
                        "Mean with the middle of the window heaviest, in the source's unit.",
                        "sma(sma(x, ceil(period / 2)), floor(period / 2) + 1)",
                        "TA-Lib 0.4.0, TA_TRIMA",
                        Parameter.period(20),
                        MovingAverages::triangular),
                average(
                        "dema",
                        "Double exponential average: follows faster than ema, in the source's unit.",
                        "2 ema(x) - ema(ema(x))",
                        "P. G. Mulloy, Technical Analysis of Stocks and Commodities 12 (1994);"
                                + " TA-Lib 0.4.0, TA_DEMA",
                        Parameter.period(20),
                        MovingAverages::doubled),
                average(
                        "tema",
                        "Triple exponential average: follows faster than dema, in the source's unit.",
                        "3 ema(x) - 3 ema(ema(x)) + ema(ema(ema(x)))",
                        "P. G. Mulloy, Technical Analysis of Stocks and Commodities 12 (1994);"
                                + " TA-Lib 0.4.0, TA_TEMA",
                        Parameter.period(20),
                        MovingAverages::tripled),
                tillson(),
                average(
                        "smma",
                        "Wilder's smoothed average, also called rma, in the source's unit.",
                        "smma <- smma + (x - smma) / period",
                        "J. W. Wilder, New Concepts in Technical Trading Systems, 1978",
                        Parameter.period(14),
                        (graph, arguments) -> graph.wilder(arguments.source(), arguments.period())),
                average(
                        "hull",
                        "Hull's average: smooth with little lag, in the source's unit.",
                        "wma(2 wma(x, floor(period / 2)) - wma(x, period), floor(sqrt(period)))",
                        "A. Hull, How to reduce lag in a moving average, 2005",
                        Parameter.period("period", 16, 2),
                        MovingAverages::hull),
                average(
                        "zlema",
                        "Exponential average of a source from which its lag has been taken out, in"
                                + " the source's unit.",
                        "ema(2 x - x[floor((period - 1) / 2)], period)",
                        "J. F. Ehlers, R. Way, Technical Analysis of Stocks and Commodities 28"
                                + " (2010)",
                        Parameter.period(20),
                        MovingAverages::zeroLag),
                bellCurve(),
                average(
                        "vwma",
                        "Mean weighted by volume, in the source's unit; the plain mean when nothing"
                                + " was traded.",
                        "sum(x * volume, period) / sum(volume, period)",
                        "C. D. Kirkpatrick, J. R. Dahlquist, Technical Analysis, 2006",
                        Parameter.period(20),
                        MovingAverages::volumeWeighted));
    }

    /// A definition with a source and a period.
    private static Definition average(
            String name,
            String summary,
            String formula,
            String source,
            Parameter period,
            BiFunction<GraphBuilder, Arguments, Node> construction) {
        return Definition.of(
                name,
                Category.TREND,
                summary,
                formula,
                source,
                List.of(Parameter.source(), period),
                construction);
    }

    private static Definition tillson() {
        return Definition.of(
                "t3",
                Category.TREND,
                "Tillson's average of six exponential ones, in the source's unit.",
                "c1 e6 + c2 e5 + c3 e4 + c4 e3, where e1 = ema(x), e2 = ema(e1), ...; c1 = -v^3,"
                        + " c2 = 3 v^2 + 3 v^3, c3 = -6 v^2 - 3 v - 3 v^3, c4 = 1 + 3 v + 3 v^2 + v^3",
                "T. Tillson, Technical Analysis of Stocks and Commodities 16 (1998); TA-Lib 0.4.0,"
                        + " TA_T3",
                List.of(
                        Parameter.source(),
                        Parameter.period(5),
                        Parameter.decimal("volume_factor", "0.7", 0, 1)),
                MovingAverages::tillson);
    }

    private static Definition bellCurve() {
        return Definition.of(
                "alma",
                Category.TREND,
                "Mean with weights on a bell curve near the newest candles, in the source's unit.",
                "weights exp(-(age from the oldest - offset (period - 1))^2 / (2 (period / sigma)^2))",
                "A. Legoux, D. Kouzis-Loukas, ALMA, 2009",
                List.of(
                        Parameter.source(),
                        Parameter.period(9),
                        Parameter.decimal("offset", "0.85", 0, 1),
                        Parameter.decimal("sigma", "6", 0.01, 1_000)),
                (graph, arguments) -> {
                    History history = graph.history(arguments.source());
                    int period = arguments.period();
                    double offset = arguments.decimal("offset");
                    double sigma = arguments.decimal("sigma");
                    return graph.node(
                            "alma %d %s %s".formatted(period, offset, sigma),
                            () -> FixedWeights.bell(history, period, offset, sigma),
                            arguments.source());
                });
    }

    private static Node triangular(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node inner = graph.sma(arguments.source(), (period + 1) / 2);
        return graph.sma(inner, period / 2 + 1);
    }

    private static Node doubled(GraphBuilder graph, Arguments arguments) {
        Node once = graph.ema(arguments.source(), arguments.period());
        Node twice = graph.ema(once, arguments.period());
        return graph.derived("dema", (o, t) -> 2 * o - t, once, twice);
    }

    private static Node tripled(GraphBuilder graph, Arguments arguments) {
        Node once = graph.ema(arguments.source(), arguments.period());
        Node twice = graph.ema(once, arguments.period());
        Node thrice = graph.ema(twice, arguments.period());
        return graph.derived("tema", (o, t, th) -> 3 * (o - t) + th, once, twice, thrice);
    }

    private static Node tillson(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        double v = arguments.decimal("volume_factor");
        double c1 = -v * v * v;
        double c2 = 3 * v * v * (1 + v);
        double c3 = -3 * v * (2 * v + 1 + v * v);
        double c4 = 1 + 3 * v + 3 * v * v + v * v * v;
        Node e2 = graph.ema(graph.ema(arguments.source(), period), period);
        Node e3 = graph.ema(e2, period);
        Node e4 = graph.ema(e3, period);
        Node e5 = graph.ema(e4, period);
        Node e6 = graph.ema(e5, period);
        return graph.derived(
                "t3 " + v,
                (e, e4Value, e5Value, e6Value) ->
                        c1 * e6Value + c2 * e5Value + c3 * e4Value + c4 * e,
                e3,
                e4,
                e5,
                e6);
    }

    private static Node hull(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node fast = graph.wma(arguments.source(), period / 2);
        Node slow = graph.wma(arguments.source(), period);
        Node ahead = ahead(graph, fast, slow);
        return graph.wma(ahead, (int) Math.sqrt(period));
    }

    private static Node zeroLag(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        int lag = (period - 1) / 2;
        Node source = arguments.source();
        Node ahead = lag == 0 ? source : ahead(graph, source, graph.lag(source, lag));
        return graph.ema(ahead, period);
    }

    /// As far ahead of a number as another is behind it.
    private static Node ahead(GraphBuilder graph, Node of, Node behind) {
        return graph.derived("ahead", (o, b) -> 2 * o - b, of, behind);
    }

    private static Node volumeWeighted(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node volume = graph.volume();
        int period = arguments.period();
        Node turnover = graph.derived("product", (s, v) -> s * v, source, volume);
        Node bought = graph.sum(turnover, period);
        Node traded = graph.sum(volume, period);
        Node mean = graph.sma(source, period);
        return graph.derived("vwma", (b, t, m) -> t > 0 ? b / t : m, bought, traded, mean);
    }
}

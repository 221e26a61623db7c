package io.candlestream.feature;

import io.candlestream.indicator.Moments;
import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.BiFunction;

/// How much a price moves in a candle, estimated from the last candles; none is annualised.
final class Volatilities {

    private static final String PER_CANDLE =
            ", as a share of the price for one candle, at least 0.";
    private static final double PARKINSON = 1 / (4 * StrictMath.log(2));
    private static final double GARMAN_KLASS = 2 * StrictMath.log(2) - 1;

    private Volatilities() {}

    static List<Definition> definitions() {
        return List.of(
                estimator(
                        "volatility",
                        "Population deviation of the simple returns",
                        "deviation(close / close[1] - 1, period)",
                        "the definition",
                        1,
                        (graph, period) ->
                                graph.deviation(graph.simpleReturn(graph.close()), period)),
                estimator(
                        "close_to_close",
                        "Sample deviation of the logarithmic returns",
                        "sqrt(period / (period - 1)) deviation(ln(close / close[1]), period)",
                        "the definition",
                        2,
                        Volatilities::closeToClose),
                estimator(
                        "parkinson",
                        "Volatility from the candles' ranges",
                        "sqrt(mean(ln(high / low)^2, period) / (4 ln 2))",
                        "M. Parkinson, Journal of Business 53 (1980) 61",
                        1,
                        (graph, period) -> root(graph, graph.sma(parkinson(graph), period))),
                estimator(
                        "garman_klass",
                        "Volatility from the candles' ranges and bodies",
                        "sqrt(mean(ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close / open)^2, period));"
                                + " 0 when the mean is below 0",
                        "M. B. Garman, M. J. Klass, Journal of Business 53 (1980) 67",
                        1,
                        (graph, period) -> root(graph, graph.sma(garmanKlass(graph), period))),
                estimator(
                        "rogers_satchell",
                        "Volatility from all four prices, whatever the drift",
                        "sqrt(mean(ln(high / close) ln(high / open) + ln(low / close) ln(low / open),"
                                + " period)); 0 when the mean is below 0",
                        "L. C. G. Rogers, S. E. Satchell, Annals of Applied Probability 1 (1991) 504",
                        1,
                        (graph, period) -> root(graph, graph.sma(rogersSatchell(graph), period))),
                estimator(
                        "yang_zhang",
                        "Volatility from all four prices, whatever the drift and the gaps",
                        "sqrt(var(ln(open / close[1])) + k var(ln(close / open)) + (1 - k)"
                                + " rogers_satchell(period)^2), sample variances,"
                                + " k = 0.34 / (1.34 + (period + 1) / (period - 1))",
                        "D. Yang, Q. Zhang, Journal of Business 73 (2000) 477",
                        2,
                        Volatilities::yangZhang));
    }

    private static Definition estimator(
            String name,
            String summary,
            String formula,
            String source,
            int least,
            BiFunction<GraphBuilder, Integer, Node> node) {
        return Definition.of(
                name,
                Category.VOLATILITY,
                summary + PER_CANDLE,
                formula,
                source,
                List.of(Parameter.period("period", 20, least)),
                (graph, arguments) -> node.apply(graph, arguments.period()));
    }

    private static Node closeToClose(GraphBuilder graph, int period) {
        Moments moments = graph.sma(logReturn(graph), period);
        double correction = correction(period);
        return graph.derived(
                "close_to_close " + period,
                () -> Math.sqrt(correction * moments.variance()),
                moments);
    }

    private static Node yangZhang(GraphBuilder graph, int period) {
        Node before = graph.lag(graph.close(), 1);
        Moments gaps = graph.sma(graph.logRatio(graph.open(), before), period);
        Moments bodies = graph.sma(graph.logRatio(graph.close(), graph.open()), period);
        Node ranges = graph.sma(rogersSatchell(graph), period);
        double correction = correction(period);
        double k = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
        return graph.derived(
                "yang_zhang " + period,
                () ->
                        Math.sqrt(
                                correction * (gaps.variance() + k * bodies.variance())
                                        + (1 - k) * Math.max(ranges.value(), 0)),
                gaps,
                bodies,
                ranges);
    }

    private static Node parkinson(GraphBuilder graph) {
        Node range = graph.logRatio(graph.high(), graph.low());
        return graph.derived("parkinson", r -> PARKINSON * r * r, range);
    }

    private static Node garmanKlass(GraphBuilder graph) {
        Node range = graph.logRatio(graph.high(), graph.low());
        Node body = graph.logRatio(graph.close(), graph.open());
        return graph.derived(
                "garman_klass", (r, b) -> r * r / 2 - GARMAN_KLASS * b * b, range, body);
    }

    private static Node rogersSatchell(GraphBuilder graph) {
        Node highClose = graph.logRatio(graph.high(), graph.close());
        Node highOpen = graph.logRatio(graph.high(), graph.open());
        Node lowClose = graph.logRatio(graph.low(), graph.close());
        Node lowOpen = graph.logRatio(graph.low(), graph.open());
        return graph.derived(
                "rogers_satchell",
                (hc, ho, lc, lo) -> hc * ho + lc * lo,
                highClose,
                highOpen,
                lowClose,
                lowOpen);
    }

    private static Node logReturn(GraphBuilder graph) {
        return graph.logRatio(graph.close(), graph.lag(graph.close(), 1));
    }

    private static Node root(GraphBuilder graph, Node mean) {
        return graph.derived("root", m -> Math.sqrt(Math.max(m, 0)), mean);
    }

    /// From the population's variance to the sample's.
    private static double correction(int period) {
        return period / (period - 1.0);
    }
}

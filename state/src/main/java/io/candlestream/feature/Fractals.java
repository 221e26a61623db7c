package io.candlestream.feature;

import io.candlestream.indicator.Extreme;
import io.candlestream.indicator.History;
import io.candlestream.indicator.HurstExponent;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.SevcikDimension;
import io.candlestream.indicator.SymbolEntropy;
import java.util.List;

/// How rough, how persistent and how predictable a source moves.
final class Fractals {

    private static final int SIGNS = 3;
    private static final int ORDERS = 8;

    private Fractals() {}

    static List<Definition> definitions() {
        return List.of(
                hurst(), fractalDimension(), entropy(), permutationEntropy(), varianceRatio());
    }

    private static Definition hurst() {
        return Definition.of(
                "hurst",
                Category.STATISTICS,
                "Hurst's exponent, from 0 to 1: above 0.5 changes persist, below 0.5 they revert; short"
                        + " periods are biased upwards, to about 0.6.",
                "slope of ln(mean R/S) over ln(length), lengths period, period / 2, ... at least 8, of"
                        + " the changes source - source[1]",
                "B. B. Mandelbrot, J. R. Wallis, Water Resources Research 5 (1969) 967",
                List.of(Parameter.source(), window("period", 100, 16)),
                (graph, arguments) -> {
                    History changes = graph.history(graph.change(arguments.source(), 1));
                    int period = arguments.period();
                    return graph.node(
                            "hurst " + period, () -> new HurstExponent(changes, period), changes);
                });
    }

    private static Definition fractalDimension() {
        return Definition.of(
                "fractal_dimension",
                Category.STATISTICS,
                "Sevcik's dimension of the source's line, from 1 for a straight one to 2; 1 when it has"
                        + " not moved.",
                "1 + ln(length) / ln(2 (period - 1)), the line scaled to a square of side 1",
                "C. Sevcik, Complexity International 5 (1998)",
                List.of(Parameter.source(), window("period", 30, 3)),
                (graph, arguments) -> {
                    Node source = arguments.source();
                    int period = arguments.period();
                    History history = graph.history(source);
                    Extreme highest = graph.highest(source, period);
                    Extreme lowest = graph.lowest(source, period);
                    return graph.node(
                            "sevcik " + period,
                            () -> new SevcikDimension(history, highest, lowest, period),
                            history,
                            highest,
                            lowest);
                });
    }

    private static Definition entropy() {
        return Definition.of(
                "entropy",
                Category.STATISTICS,
                "Shannon's entropy of whether the source rises, falls or stays, in bits, from 0 to 1.585;"
                        + " 1 for a fair coin.",
                "-sum(p log2 p), p the shares of sign(source - source[1]) in the period",
                "C. E. Shannon, Bell System Technical Journal 27 (1948) 379",
                List.of(Parameter.source(), Parameter.period("period", 50, 2)),
                (graph, arguments) -> {
                    Node change = graph.change(arguments.source(), 1);
                    Node sign = graph.derived("sign", c -> 1 + Math.signum(c), change);
                    return entropy(graph, sign, arguments.period(), SIGNS);
                });
    }

    private static Definition permutationEntropy() {
        return Definition.of(
                "permutation_entropy",
                Category.STATISTICS,
                "Entropy of the order in which three values in a row come, in bits, from 0 to 2.585; of"
                        + " equal values the earlier counts as the lower.",
                "-sum(p log2 p), p the shares of the 6 orders of source[2], source[1], source in the"
                        + " period",
                "C. Bandt, B. Pompe, Physical Review Letters 88 (2002) 174102",
                List.of(Parameter.source(), Parameter.period("period", 50, 2)),
                (graph, arguments) ->
                        entropy(
                                graph,
                                order(graph, arguments.source()),
                                arguments.period(),
                                ORDERS));
    }

    /// Which of three values is above which, in three bits; two of the eight cases cannot be.
    private static Node order(GraphBuilder graph, Node source) {
        Node middle = graph.lag(source, 1);
        Node first = graph.lag(source, 2);
        return graph.derived(
                "order",
                (f, m, s) -> (f > m ? 1 : 0) + (m > s ? 2 : 0) + (f > s ? 4 : 0),
                first,
                middle,
                source);
    }

    private static Node entropy(GraphBuilder graph, Node symbol, int period, int symbols) {
        History history = graph.history(symbol);
        return graph.node(
                "entropy " + period, () -> new SymbolEntropy(history, period, symbols), history);
    }

    private static Definition varianceRatio() {
        return Definition.of(
                "variance_ratio",
                Category.STATISTICS,
                "Variance of changes over `span` candles against `span` times that of changes over one:"
                        + " above 1 changes persist, below 1 they revert; 1 when nothing moves.",
                "variance(source - source[span], period) / (span * variance(source - source[1],"
                        + " period))",
                "A. W. Lo, A. C. MacKinlay, Review of Financial Studies 1 (1988) 41",
                List.of(
                        Parameter.source(),
                        Parameter.period("period", 100, 2),
                        Parameter.period("span", 5, 2)),
                (graph, arguments) -> {
                    int span = arguments.whole("span");
                    int period = arguments.period();
                    Node one = graph.variance(graph.change(arguments.source(), 1), period);
                    Node many = graph.variance(graph.change(arguments.source(), span), period);
                    return graph.derived(
                            "variance ratio " + span,
                            (o, m) -> o > 0 ? m / o / span : 1,
                            one,
                            many);
                });
    }

    /// A number of candles, all of which are looked at with every candle.
    private static Parameter window(String name, int byDefault, int least) {
        return new Parameter.Whole(name, Integer.toString(byDefault), least, 1_000);
    }
}

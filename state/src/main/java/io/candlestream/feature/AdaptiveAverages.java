package io.candlestream.feature;

import io.candlestream.indicator.AdaptiveAverage;
import io.candlestream.indicator.McGinley;
import io.candlestream.indicator.Node;
import java.util.List;

/// Averages that follow the price faster or slower, by what the price does.
final class AdaptiveAverages {

    private static final double KAUFMAN_SLOW = 2.0 / 31;
    private static final double KAUFMAN_FAST = 2.0 / 3;

    private AdaptiveAverages() {}

    static List<Definition> definitions() {
        return List.of(
                Definition.of(
                        "kama",
                        Category.TREND,
                        "Kaufman's average, fast while the price goes straight, in the source's"
                                + " unit.",
                        "kama <- kama + s^2 (x - kama), s = e (2/3 - 2/31) + 2/31, e = |x - x[period]|"
                                + " / sum(|x - x[1]|, period)",
                        "P. J. Kaufman, Smarter Trading, 1995; TA-Lib 0.4.0, TA_KAMA",
                        List.of(Parameter.source(), Parameter.period(10)),
                        AdaptiveAverages::kaufman),
                Definition.of(
                        "vidya",
                        Category.TREND,
                        "Chande's average, fast while momentum is strong, in the source's unit.",
                        "vidya <- vidya + |cmo| * 2 / (period + 1) * (x - vidya), |cmo| = |x -"
                                + " x[cmo_period]| / sum(|x - x[1]|, cmo_period)",
                        "T. S. Chande, Technical Analysis of Stocks and Commodities 13 (1995)",
                        List.of(
                                Parameter.source(),
                                Parameter.period(12),
                                Parameter.period("cmo_period", 9, 1)),
                        AdaptiveAverages::chande),
                Definition.of(
                        "mcginley",
                        Category.TREND,
                        "McGinley's dynamic: hurries after falls, in the source's unit.",
                        "md <- md + (x - md) / (period * (x / md)^4)",
                        "J. R. McGinley, Technical Analysis of Stocks and Commodities 15 (1997)",
                        List.of(Parameter.source(), Parameter.period(14)),
                        (graph, arguments) -> {
                            Node source = arguments.source();
                            int period = arguments.period();
                            return graph.node(
                                    "mcginley " + period,
                                    () -> new McGinley(source, period),
                                    source);
                        }));
    }

    private static Node kaufman(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node way = graph.sum(RatesOfChange.step(graph, source), arguments.period());
        Node distance = graph.change(source, arguments.period());
        Node share = graph.derived("kama_share", (d, w) -> kaufmanShare(d, w), distance, way);
        return adaptive(graph, source, share);
    }

    /// Nothing that moved counts as a straight way, as in TA-Lib.
    private static double kaufmanShare(double distance, double way) {
        double efficiency = way > 0 ? Math.min(1, Math.abs(distance) / way) : 1;
        double root = efficiency * (KAUFMAN_FAST - KAUFMAN_SLOW) + KAUFMAN_SLOW;
        return root * root;
    }

    private static Node chande(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        double fastest = 2.0 / (arguments.period() + 1);
        Node way = graph.sum(RatesOfChange.step(graph, source), arguments.whole("cmo_period"));
        Node distance = graph.change(source, arguments.whole("cmo_period"));
        Node share =
                graph.derived(
                        "vidya_share " + arguments.period(),
                        (d, w) -> fastest * Math.min(1, Ratio.of(Math.abs(d), w)),
                        distance,
                        way);
        return adaptive(graph, source, share);
    }

    private static Node adaptive(GraphBuilder graph, Node source, Node share) {
        Node before = graph.lag(source, 1);
        return graph.node(
                "adaptive",
                () -> new AdaptiveAverage(source, before, share),
                source,
                before,
                share);
    }
}

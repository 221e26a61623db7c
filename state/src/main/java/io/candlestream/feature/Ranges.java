package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;

/// True range, its averages, and their ratios.
final class Ranges {

    private static final String WILDER =
            "J. W. Wilder, New Concepts in Technical Trading Systems, 1978, section III; TA-Lib 0.4.0, ";

    private Ranges() {}

    static List<Definition> definitions() {
        return List.of(trueRange(), atr(), natr(), atrRatio());
    }

    private static Definition trueRange() {
        return Definition.of(
                "true_range",
                Category.VOLATILITY,
                "Range of the candle and the close before it, in the unit of the price, at least 0.",
                "max(high, close[1]) - min(low, close[1])",
                WILDER + "TA_TRANGE",
                List.of(),
                (graph, _) -> PriceNodes.trueRange(graph));
    }

    private static Definition atr() {
        return Definition.of(
                "atr",
                Category.VOLATILITY,
                "Average true range, in the unit of the price, at least 0.",
                "wilder(true_range, period)",
                WILDER + "TA_ATR",
                List.of(Parameter.period(14)),
                (graph, arguments) -> PriceNodes.averageTrueRange(graph, arguments.period()));
    }

    private static Definition natr() {
        return Definition.of(
                "natr",
                Category.VOLATILITY,
                "Average true range in per cent of the close, at least 0.",
                "100 atr(period) / close",
                "TA-Lib 0.4.0, TA_NATR",
                List.of(Parameter.period(14)),
                (graph, arguments) -> {
                    Node range = PriceNodes.averageTrueRange(graph, arguments.period());
                    Node close = graph.close();
                    return graph.derived("natr", (r, c) -> 100 * (r / c), range, close);
                });
    }

    private static Definition atrRatio() {
        return Definition.of(
                "atr_ratio",
                Category.VOLATILITY,
                "Short average true range over a long one: above 1 when ranges widen, at least 0.",
                "atr(short) / atr(long); 1 when the long one is 0",
                "the definition",
                List.of(Parameter.period("short", 7, 1), Parameter.period("long", 28, 1)),
                (graph, arguments) -> {
                    Node recent = PriceNodes.averageTrueRange(graph, arguments.whole("short"));
                    Node usual = PriceNodes.averageTrueRange(graph, arguments.whole("long"));
                    return graph.derived("atr_ratio", (r, u) -> u > 0 ? r / u : 1, recent, usual);
                });
    }
}

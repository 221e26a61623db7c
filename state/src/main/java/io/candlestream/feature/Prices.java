package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.Function;

/// One price for a whole candle.
final class Prices {

    private Prices() {}

    static List<Definition> definitions() {
        return List.of(
                price(
                        "typical_price",
                        "Mean of high, low and close, in the unit of the price.",
                        "(high + low + close) / 3",
                        "TA_TYPPRICE",
                        PriceNodes::typicalPrice),
                price(
                        "median_price",
                        "Middle of the candle's range, in the unit of the price.",
                        "(high + low) / 2",
                        "TA_MEDPRICE",
                        PriceNodes::medianPrice),
                price(
                        "weighted_close",
                        "Mean of high, low and twice the close, in the unit of the price.",
                        "(high + low + 2 close) / 4",
                        "TA_WCLPRICE",
                        Prices::weightedClose));
    }

    private static Node weightedClose(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        return graph.derived("weighted_close", (h, l, c) -> (h + l + 2 * c) / 4, high, low, close);
    }

    private static Definition price(
            String name,
            String summary,
            String formula,
            String function,
            Function<GraphBuilder, Node> node) {
        return Definition.of(
                name,
                Category.PRICE,
                summary,
                formula,
                "TA-Lib 0.4.0, " + function,
                List.of(),
                (graph, _) -> node.apply(graph));
    }
}

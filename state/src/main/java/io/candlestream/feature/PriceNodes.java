package io.candlestream.feature;

import io.candlestream.indicator.Node;

/// Prices and ranges of the candle that several groups of definitions start from.
final class PriceNodes {

    private PriceNodes() {}

    /// @return the mean of the candle's high, low and close
    static Node typicalPrice(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        return graph.derived("typical_price", (h, l, c) -> (h + l + c) / 3, high, low, close);
    }

    /// @return the middle of the candle's range
    static Node medianPrice(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        return graph.derived("median_price", (h, l) -> (h + l) / 2, high, low);
    }

    /// @return the distance from the lowest to the highest of this candle's prices and the previous
    ///   close
    static Node trueRange(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        Node before = graph.lag(graph.close(), 1);
        return graph.derived(
                "true_range", (h, l, b) -> Math.max(h, b) - Math.min(l, b), high, low, before);
    }

    /// @return Wilder's average of the true range
    static Node averageTrueRange(GraphBuilder graph, int period) {
        return graph.wilder(trueRange(graph), period);
    }
}

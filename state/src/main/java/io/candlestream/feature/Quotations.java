package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.Function;

/// The candle's own numbers.
final class Quotations {

    private Quotations() {}

    static List<Definition> definitions() {
        return List.of(
                quote("open", "First price of the candle.", GraphBuilder::open),
                quote("high", "Highest price of the candle.", GraphBuilder::high),
                quote("low", "Lowest price of the candle.", GraphBuilder::low),
                quote("close", "Last price of the candle.", GraphBuilder::close),
                quote("volume", "What was traded, in units of base.", GraphBuilder::volume));
    }

    private static Definition quote(
            String name, String summary, Function<GraphBuilder, Node> node) {
        return Definition.of(
                name,
                Category.PRICE,
                summary,
                name,
                "the candle",
                List.of(),
                (graph, _) -> node.apply(graph));
    }
}

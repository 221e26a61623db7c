package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A small catalog in which every kind of parameter and output occurs.
final class TestCatalog {

    private TestCatalog() {}

    static Catalog catalog() {
        return new Catalog(Stream.concat(Quotations.definitions().stream(), own()).toList());
    }

    private static Stream<Definition> own() {
        return Stream.of(
                definition(
                        "ema",
                        List.of(Parameter.source(), Parameter.period(12)),
                        (graph, arguments, _) -> graph.ema(arguments.source(), arguments.period())),
                new Definition(
                        "macd",
                        Category.MOMENTUM,
                        "Convergence of two averages.",
                        "ema(fast) - ema(slow)",
                        "the tests",
                        List.of(
                                Parameter.source(),
                                Parameter.period("fast", 12, 1),
                                Parameter.period("slow", 26, 1),
                                Parameter.period("signal", 9, 1)),
                        List.of("line", "signal", "histogram"),
                        TestCatalog::macd),
                definition(
                        "spread",
                        List.of(Parameter.source("left"), Parameter.source("right")),
                        (graph, arguments, _) ->
                                spread(graph, arguments.source("left"), arguments.source("right"))),
                definition(
                        "scaled",
                        List.of(
                                new Parameter.Source("source", "ema(close,2)"),
                                Parameter.decimal("factor", "2", -10, 10)),
                        (graph, arguments, _) ->
                                scaled(graph, arguments.source(), arguments.decimal("factor"))),
                definition(
                        "edge",
                        List.of(new Parameter.Word("which", "high", List.of("high", "low"))),
                        (graph, arguments, _) ->
                                arguments.word("which").equals("high")
                                        ? graph.high()
                                        : graph.low()),
                definition(
                        "note",
                        List.of(new Parameter.Word("text", "", List.of())),
                        (graph, arguments, _) ->
                                graph.derived(
                                        "note " + arguments.word("text"), () -> 0, graph.close())));
    }

    private static Definition definition(
            String name, List<Parameter> parameters, Definition.Construction construction) {
        return new Definition(
                name,
                Category.STATISTICS,
                "A number of the tests.",
                name,
                "the tests",
                parameters,
                List.of(),
                construction);
    }

    private static Node macd(GraphBuilder graph, Arguments arguments, String output) {
        int fast = arguments.whole("fast");
        int slow = arguments.whole("slow");
        if (fast >= slow) {
            throw new IllegalArgumentException("fast must be below " + slow + ", was " + fast);
        }
        Node line =
                spread(
                        graph,
                        graph.ema(arguments.source(), fast),
                        graph.ema(arguments.source(), slow));
        Node signal = graph.ema(line, arguments.whole("signal"));
        return Definition.pick(
                Map.of("line", line, "signal", signal, "histogram", spread(graph, line, signal)),
                output);
    }

    private static Node spread(GraphBuilder graph, Node left, Node right) {
        return graph.derived("spread", () -> left.value() - right.value(), left, right);
    }

    private static Node scaled(GraphBuilder graph, Node source, double factor) {
        return graph.derived("scaled " + factor, () -> source.value() * factor, source);
    }
}

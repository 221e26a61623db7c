package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.indicator.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// One use of a definition, as it would be written, in a graph of its own: `macd(12,26,9).line`.
///
/// Reads no nested expressions: a source is one of the candle's own numbers.
final class Use {

    private final IndicatorGraph graph;

    private Use(IndicatorGraph graph) {
        this.graph = graph;
    }

    /// A use with the arguments that are written, and defaults for the rest.
    static Use of(String expression) {
        GraphBuilder builder = new GraphBuilder();
        return new Use(builder.build(List.of(node(builder, expression))));
    }

    /// How every output of every definition is written, with nothing but defaults.
    static List<String> defaults(List<Definition> definitions) {
        return definitions.stream()
                .flatMap(definition ->
                        definition.outputs().isEmpty()
                                ? List.of(definition.name()).stream()
                                : definition.outputs().stream()
                                        .map(output -> definition.name() + "." + output))
                .collect(Collectors.toList());
    }

    /// The graph whose only output this is.
    IndicatorGraph graph() {
        return graph;
    }

    /// The value after every candle, NaN while warming up.
    double[] over(List<Candle> candles) {
        double[] values = new double[candles.size()];
        double[] row = new double[1];
        for (int i = 0; i < values.length; i++) {
            graph.update(candles.get(i));
            graph.values(row);
            values[i] = row[0];
        }
        return values;
    }

    private static Node node(GraphBuilder builder, String expression) {
        int open = expression.indexOf('(');
        int close = expression.indexOf(')');
        String rest = open < 0 ? expression : expression.substring(0, open) + tail(expression);
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        Definition definition = Objects.requireNonNull(Catalog.standard().find(name), name);
        String written = open < 0 ? "" : expression.substring(open + 1, close);
        return definition
                .construction()
                .node(
                        builder,
                        arguments(builder, definition, written),
                        dot < 0 ? "" : rest.substring(dot + 1));
    }

    private static String tail(String expression) {
        return expression.substring(expression.indexOf(')') + 1);
    }

    private static Arguments arguments(
            GraphBuilder builder, Definition definition, String written) {
        List<String> given = written.isEmpty() ? List.of() : List.of(written.split(","));
        Map<String, Node> sources = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        int next = 0;
        for (Parameter parameter : definition.parameters()) {
            boolean isSource = parameter instanceof Parameter.Source;
            boolean isGiven = next < given.size() && isSource == isWord(given.get(next));
            String text = isGiven ? given.get(next++) : parameter.defaultText();
            if (isSource) {
                sources.put(parameter.name(), node(builder, text));
            } else {
                numbers.put(parameter.name(), Double.valueOf(text));
            }
        }
        if (next < given.size()) {
            throw new IllegalArgumentException(definition.name() + " does not take " + given);
        }
        return new Arguments(sources, numbers, Map.of());
    }

    private static boolean isWord(String argument) {
        return Character.isLetter(argument.charAt(0));
    }
}

package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.indicator.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Uses of definitions without the grammar: a name, an output, and numbers in the order of the
/// parameters. A source is the close, or what is named first when it begins with a letter.
final class Uses {

    private Uses() {}

    /// Adds the node of one use to a graph; an empty output is the only one.
    static Node node(GraphBuilder graph, Definition definition, String output, String... written) {
        Map<String, Node> sources = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        int next = 0;
        for (Parameter parameter : definition.parameters()) {
            if (parameter instanceof Parameter.Source) {
                boolean named =
                        next < written.length && Character.isLetter(written[next].charAt(0));
                String name = named ? written[next++] : parameter.defaultText();
                sources.put(parameter.name(), quote(graph, name));
            } else {
                String text = next < written.length ? written[next++] : parameter.defaultText();
                numbers.put(parameter.name(), Double.valueOf(text));
            }
        }
        Arguments arguments = new Arguments(sources, numbers, Map.of());
        return definition.construction().node(graph, arguments, output);
    }

    /// One number a candle, NaN before there is one.
    static double[] column(
            List<Candle> candles, Definition definition, String output, String... written) {
        GraphBuilder builder = new GraphBuilder();
        IndicatorGraph graph = builder.build(List.of(node(builder, definition, output, written)));
        double[] row = new double[1];
        double[] column = new double[candles.size()];
        for (int i = 0; i < column.length; i++) {
            graph.update(candles.get(i));
            graph.values(row);
            column[i] = row[0];
        }
        return column;
    }

    /// The definition of a name among those of a group.
    static Definition find(List<Definition> definitions, String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no definition called " + name));
    }

    private static Node quote(GraphBuilder graph, String name) {
        return switch (name) {
            case "open" -> graph.open();
            case "high" -> graph.high();
            case "low" -> graph.low();
            case "close" -> graph.close();
            case "volume" -> graph.volume();
            default -> throw new IllegalArgumentException("source must be a quote, was " + name);
        };
    }
}

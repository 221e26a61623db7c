package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Graphs of flat expressions, and their values over candles, for tests: `bollinger(20,2).upper`,
/// with numbers and names of quotes as arguments, in their order.
final class Expressions {

    /// The row from which on nothing is left of how other libraries seed their averages.
    static final int SEEDS_FADED = 500;

    private static final GoldenTable TA_LIB = GoldenTable.taLib();

    private Expressions() {}

    /// @return a graph with an output an expression
    static IndicatorGraph graph(String... expressions) {
        GraphBuilder builder = new GraphBuilder();
        List<Node> outputs = Arrays.stream(expressions).map(text -> node(builder, text)).toList();
        return builder.build(outputs);
    }

    /// @return every output of the definitions, at the defaults
    static String[] atDefaults(List<Definition> definitions) {
        List<String> expressions = new ArrayList<>();
        for (Definition definition : definitions) {
            if (definition.outputs().isEmpty()) {
                expressions.add(definition.name());
            }
            definition
                    .outputs()
                    .forEach(output -> expressions.add(definition.name() + "." + output));
        }
        return expressions.toArray(String[]::new);
    }

    /// @return the expression after every candle, NaN while it is warming up
    static double[] computed(String expression, List<Candle> candles) {
        IndicatorGraph graph = graph(expression);
        double[] values = new double[candles.size()];
        double[] row = new double[1];
        for (int i = 0; i < values.length; i++) {
            graph.update(candles.get(i));
            graph.values(row);
            values[i] = row[0];
        }
        return values;
    }

    /// Fails unless the expression has the values of TA-Lib's column of that name.
    static void assertIsTaLibs(String expression) {
        double[] expected = TA_LIB.column(expression);
        assertClose(expression, expected, SEEDS_FADED, 1e-8);
    }

    /// Fails unless the expression has these values on the golden candles, from its first one on.
    static void assertClose(String expression, double[] expected) {
        assertClose(expression, expected, graph(expression).warmUp() - 1);
    }

    /// Fails unless the expression has these values on the golden candles, from some row on.
    static void assertClose(String expression, double[] expected, int firstRow) {
        double[] sizes = Arrays.stream(expected).skip(firstRow).map(Math::abs).toArray();
        double largest = Arrays.stream(sizes).max().orElseThrow();
        assertThat(largest).as("largest value expected").isPositive();
        assertClose(expression, expected, firstRow, 1e-12 * largest);
    }

    /// @param nearZero how far off a value may be that should be 0
    private static void assertClose(
            String expression, double[] expected, int firstRow, double nearZero) {
        double[] values = computed(expression, Columns.CANDLES);
        for (int row = firstRow; row < expected.length; row++) {
            double tolerance = Math.max(1e-8 * Math.abs(expected[row]), nearZero);
            assertThat(values[row])
                    .as("%s in row %s", expression, row)
                    .isCloseTo(expected[row], within(tolerance));
        }
    }

    private static Node node(GraphBuilder builder, String expression) {
        String call = expression;
        String output = "";
        int dot = expression.lastIndexOf('.');
        if (dot > expression.lastIndexOf(')')) {
            call = expression.substring(0, dot);
            output = expression.substring(dot + 1);
        }
        String name = call.contains("(") ? call.substring(0, call.indexOf('(')) : call;
        String[] written =
                call.contains("(")
                        ? call.substring(name.length() + 1, call.length() - 1).split(",")
                        : new String[0];
        Definition definition = Objects.requireNonNull(Catalog.standard().find(name), name);
        return definition
                .construction()
                .node(builder, arguments(builder, definition, written), output);
    }

    private static Arguments arguments(
            GraphBuilder builder, Definition definition, String[] written) {
        Map<String, Node> sources = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        int next = 0;
        for (Parameter parameter : definition.parameters()) {
            boolean isSource = parameter instanceof Parameter.Source;
            boolean isWritten =
                    next < written.length
                            && isSource == Character.isLetter(written[next].charAt(0));
            String text = isWritten ? written[next++] : parameter.defaultText();
            if (isSource) {
                sources.put(parameter.name(), node(builder, text));
            } else {
                numbers.put(parameter.name(), Double.valueOf(text));
            }
        }
        assertThat(next).as("arguments of %s", definition.name()).isEqualTo(written.length);
        return new Arguments(sources, numbers, Map.of());
    }
}

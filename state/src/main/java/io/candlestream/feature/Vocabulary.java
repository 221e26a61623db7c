package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the names and outputs of expressions mean: the catalog's definitions, `on` and `ta4j`.
final class Vocabulary {

    static final Parameter.Word INTERVAL = new Parameter.Word("interval", "", List.of());
    static final Parameter.Source EXPRESSION = new Parameter.Source("expression", "");

    /// Makes its nodes in another graph.
    static final Definition ON =
            Definition.of(
                    "on",
                    Category.FORM,
                    "Another expression over candles of a longer interval, as of the last closed one.",
                    "expression over candles of the interval",
                    "the candles",
                    List.of(INTERVAL, EXPRESSION),
                    (_, _) -> {
                        throw new IllegalStateException(
                                "on must be compiled as a graph of its own");
                    });

    private final Catalog catalog;

    Vocabulary(Catalog catalog) {
        this.catalog = catalog;
    }

    /// @throws ExpressionException when the term's name is not known; it says which one is nearest
    Definition definition(Term term) {
        if (term.name().equals(ON.name())) {
            return ON;
        }
        if (term.name().equals(Ta4jCalls.FORM.name())) {
            return Ta4jCalls.definition(term);
        }
        Definition definition = catalog.find(term.name());
        if (definition == null) {
            throw new ExpressionException(
                    term.column(),
                    "a name must be known, was %s; did you mean %s?"
                            .formatted(shown(term.name()), nearest(term.name())));
        }
        return definition;
    }

    /// The names that are no definitions of the catalog.
    static List<Definition> forms() {
        return List.of(ON, Ta4jCalls.FORM);
    }

    /// @return the output that the term means; empty when there is one without a name
    /// @throws ExpressionException when there is no such output, or several and none was asked for
    static String output(Term term, Definition definition) {
        List<String> outputs = definition.outputs();
        if (outputs.contains(term.output())) {
            return term.output();
        }
        boolean isNamed = !term.output().isEmpty();
        if (!isNamed && outputs.size() <= 1) {
            return outputs.isEmpty() ? "" : outputs.getFirst();
        }
        String was = isNamed ? "was ." + shown(term.output()) : "was without an output";
        throw new ExpressionException(
                term.outputColumn(),
                outputs.isEmpty()
                        ? "%s has one output without a name, %s".formatted(term.name(), was)
                        : "%s must be one of .%s; %s"
                                .formatted(term.name(), String.join(", .", outputs), was));
    }

    private String nearest(String name) {
        return nearest(
                name,
                Stream.concat(catalog.all().stream(), forms().stream()).map(Definition::name));
    }

    /// @return which of the names takes the fewest changes, whatever the case of their letters
    static String nearest(String name, Stream<String> names) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return names.min(
                        Comparator.comparingInt(
                                known -> distance(lowerCase, known.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    /// Levenshtein's distance: how many characters must be put in, left out or replaced.
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}

package io.candlestream.feature;

import io.candlestream.candle.Interval;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One output of one definition, with everything that must be given filled in: what the contract of
/// the catalog is tried on.
///
/// @param definition where it is from
/// @param text the expression
record CatalogEntry(Definition definition, String text) {

    /// Every output of every definition; sources without a default are the close and the volume.
    static Stream<CatalogEntry> all(Catalog catalog) {
        return catalog.all().stream().flatMap(CatalogEntry::outputs);
    }

    private static Stream<CatalogEntry> outputs(Definition definition) {
        List<String> suffixes =
                definition.outputs().isEmpty()
                        ? List.of("")
                        : definition.outputs().stream().map(output -> '.' + output).toList();
        return suffixes.stream()
                .map(suffix ->
                        new CatalogEntry(
                                definition, definition.name() + required(definition) + suffix));
    }

    private static String required(Definition definition) {
        List<String> sources = List.of("close", "volume", "high", "low");
        List<Parameter> parameters = definition.parameters();
        return parameters.stream()
                .filter(parameter -> parameter.defaultText().isEmpty())
                .map(parameter ->
                        parameter.name()
                                + '='
                                + switch (parameter) {
                                    case Parameter.Source _ ->
                                            sources.get(parameters.indexOf(parameter));
                                    case Parameter.Whole whole -> String.valueOf(whole.least());
                                    case Parameter.Decimal decimal ->
                                            String.valueOf(decimal.least());
                                    case Parameter.Span _ -> "1d";
                                    case Parameter.Word word ->
                                            word.choices().isEmpty()
                                                    ? "word"
                                                    : word.choices().getFirst();
                                })
                .collect(Collectors.joining(",", "(", ")"));
    }

    /// @return a graph of this output alone, over candles of one minute
    IndicatorGraph graph(Catalog catalog) {
        return FeatureExpressions.of(catalog, List.of(ExpressionParser.parse(text)))
                .graph(Interval.ONE_MINUTE);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.candlestream.feature;

import io.candlestream.feature.Expression.Numeral;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An expression of which everything is known: what its names mean, and the value of every
/// parameter, within its range.
///
/// @param term what was written
/// @param definition what its name means
/// @param sources by the parameters' names
/// @param numbers by the parameters' names, the whole ones too
/// @param words by the parameters' names
/// @param output one of the definition's outputs; empty when it has one without a name
record Resolved(
        Expression.Term term,
        Definition definition,
        Map<String, Resolved> sources,
        Map<String, Double> numbers,
        Map<String, String> words,
        String output) {

    /// Keeps its own copies of the maps.
    Resolved {
        sources = Map.copyOf(sources);
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
    }

    /// The one text of this meaning: every default written out, numbers in one form, no spaces.
    String canonical() {
        if (definition.parameters().isEmpty()) {
            return definition.name() + suffix();
        }
        String arguments =
                definition.parameters().stream()
                        .map(this::canonical)
                        .collect(Collectors.joining(",", "(", ")"));
        return definition.name() + arguments + suffix();
    }

    /// What this expression and those in it are made of, as they come.
    Stream<Definition> definitions() {
        return parts().map(Resolved::definition);
    }

    /// This expression and those in it, as they come.
    Stream<Resolved> parts() {
        return Stream.concat(
                Stream.of(this),
                definition.parameters().stream()
                        .map(parameter -> sources.get(parameter.name()))
                        .filter(Objects::nonNull)
                        .flatMap(Resolved::parts));
    }

    private String canonical(Parameter parameter) {
        String name = parameter.name();
        return switch (parameter) {
            case Parameter.Source _ -> Objects.requireNonNull(sources.get(name)).canonical();
            case Parameter.Word _ -> Objects.requireNonNull(words.get(name));
            case Parameter.Span _ ->
                    Parameter.Span.canonical(Objects.requireNonNull(numbers.get(name)));
            case Parameter.Whole _, Parameter.Decimal _ ->
                    Numeral.canonical(Objects.requireNonNull(numbers.get(name)));
        };
    }

    private String suffix() {
        return output.isEmpty() ? "" : '.' + output;
    }
}

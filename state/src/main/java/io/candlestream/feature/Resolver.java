package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.candle.Interval;
import io.candlestream.feature.Expression.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds out what an expression means, and refuses what means nothing.
final class Resolver {

    private final Vocabulary vocabulary;

    Resolver(Catalog catalog) {
        vocabulary = new Vocabulary(catalog);
    }

    /// @throws ExpressionException when a name, an output or an argument cannot be what is written
    Resolved resolve(Expression expression) {
        if (expression instanceof Term term) {
            return resolved(term, false);
        }
        throw new ExpressionException(
                expression.column(), "an expression must be a name, was " + shown(expression));
    }

    private Resolved resolved(Term term, boolean isOnLonger) {
        Definition definition = vocabulary.definition(term);
        boolean isOn = definition.equals(Vocabulary.ON);
        if (isOn && isOnLonger) {
            throw new ExpressionException(
                    term.column(), "on must not stand within another on, was " + shown(term));
        }
        if (isOnLonger && definition.category() == Category.SIGNAL) {
            throw new ExpressionException(
                    term.column(),
                    "a signal must not stand within on: it has no candles, was " + shown(term));
        }
        Binding binding = Binding.of(term, definition.parameters());
        Map<String, Resolved> sources = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Parameter parameter : definition.parameters()) {
            String name = parameter.name();
            Expression value = binding.value(parameter);
            switch (parameter) {
                case Parameter.Source source -> {
                    if (!(value instanceof Term inner)) {
                        throw ArgumentReader.sourceNeeded(term, source, value);
                    }
                    sources.put(name, resolved(inner, isOn || isOnLonger));
                }
                case Parameter.Whole whole ->
                        numbers.put(name, (double) ArgumentReader.whole(term, whole, value));
                case Parameter.Decimal decimal ->
                        numbers.put(name, ArgumentReader.decimal(term, decimal, value));
                case Parameter.Span span ->
                        numbers.put(name, ArgumentReader.span(term, span, value));
                case Parameter.Word word ->
                        words.put(
                                name,
                                isOn ? interval(value) : ArgumentReader.word(term, word, value));
            }
        }
        String output = Vocabulary.output(term, definition);
        return new Resolved(term, definition, sources, numbers, words, output);
    }

    private static String interval(Expression value) {
        try {
            return Interval.parse(value.toString()).toString();
        } catch (IllegalArgumentException refused) {
            throw new ExpressionException(value.column(), "on: " + refused.getMessage());
        }
    }
}

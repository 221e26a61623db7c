package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which expression stands for which parameter of a term: by position, by key, or the default.
///
/// A number never stands for a source that has a default: an indicator that takes a price takes the
/// close unless another source is named first.
final class Binding {

    private final Term term;
    private final List<Parameter> parameters;
    private final Map<String, Expression> values = new LinkedHashMap<>();
    private int next;

    private Binding(Term term, List<Parameter> parameters) {
        this.term = term;
        this.parameters = parameters;
    }

    /// @throws ExpressionException when an argument is one too many, unknown, given twice or
    ///   missing
    static Binding of(Term term, List<Parameter> parameters) {
        Binding binding = new Binding(term, parameters);
        for (Argument argument : term.arguments()) {
            binding.bind(argument);
        }
        for (Parameter parameter : parameters) {
            binding.fill(parameter);
        }
        return binding;
    }

    /// @return what was written for the parameter, or its default
    Expression value(Parameter parameter) {
        Expression value = values.get(parameter.name());
        if (value == null) {
            throw new IllegalArgumentException("there is no parameter called " + parameter.name());
        }
        return value;
    }

    private void bind(Argument argument) {
        Parameter parameter = argument.key().isEmpty() ? nextFor(argument) : parameterOf(argument);
        if (values.put(parameter.name(), argument.value()) != null) {
            throw new ExpressionException(
                    argument.column(),
                    "%s takes %s once, was given it twice"
                            .formatted(term.name(), parameter.name()));
        }
    }

    private Parameter nextFor(Argument argument) {
        boolean isNumber = argument.value() instanceof Numeral;
        boolean isSourceLeftOut = false;
        while (isNumber && next < parameters.size() && isSourceWithDefault(parameters.get(next))) {
            isSourceLeftOut = true;
            next++;
        }
        if (next < parameters.size()) {
            return parameters.get(next++);
        }
        if (isSourceLeftOut) {
            throw ArgumentReader.sourceNeeded(term, parameters.getLast(), argument.value());
        }
        throw new ExpressionException(
                argument.column(),
                "%s takes %s, was given %d"
                        .formatted(term.name(), allowed(), term.arguments().size()));
    }

    private Parameter parameterOf(Argument argument) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(argument.key())) {
                return parameter;
            }
        }
        throw new ExpressionException(
                argument.column(),
                "%s takes %s, was given %s".formatted(term.name(), allowed(), shown(argument)));
    }

    private void fill(Parameter parameter) {
        if (values.containsKey(parameter.name())) {
            return;
        }
        if (parameter.defaultText().isEmpty()) {
            throw new ExpressionException(
                    term.column(),
                    "%s takes %s, was not given %s"
                            .formatted(term.name(), allowed(), parameter.name()));
        }
        values.put(parameter.name(), ExpressionParser.parse(parameter.defaultText()));
    }

    private static boolean isSourceWithDefault(Parameter parameter) {
        return parameter instanceof Parameter.Source source && !source.defaultText().isEmpty();
    }

    /// The parameters in words: `no arguments`, `(source, period)`.
    private String allowed() {
        return parameters.isEmpty()
                ? "no arguments"
                : parameters.stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}

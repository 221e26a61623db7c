package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import io.candlestream.indicator.Node;
import io.candlestream.ta4j.BarWindow;
import io.candlestream.ta4j.IndicatorClass;
import io.candlestream.ta4j.IndicatorConstructor;
import io.candlestream.ta4j.IndicatorConstructor.Kind;
import io.candlestream.ta4j.IndicatorNames;
import io.candlestream.ta4j.Ta4jIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What `ta4j(ClassName, parameters...)` means: a definition made for each use of it.
///
/// The arguments are those of one of the class's constructors, in its order, without the candles:
/// expressions where it takes an indicator, numbers where it takes numbers. An indicator that comes
/// first may be left out, and is the close then, unless another constructor needs nothing more.
final class Ta4jCalls {

    private static final Parameter.Word CLASS = new Parameter.Word("class", "", List.of());
    private static final List<String> ORDINALS =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth");

    private static final double LARGEST = 1e6;

    /// What all uses have in common; never the definition of one.
    static final Definition FORM =
            Definition.of(
                    "ta4j",
                    Category.FORM,
                    "Any indicator of ta4j that gives numbers, by the name of its class, computed by"
                            + " ta4j over the last 512 to 768 candles.",
                    "ta4j's",
                    "ta4j " + IndicatorNames.VERSION,
                    List.of(CLASS, Parameter.source(), decimal("numbers...", "")),
                    (_, _) -> {
                        throw new IllegalStateException("ta4j must be resolved for its arguments");
                    });

    private Ta4jCalls() {}

    /// @throws ExpressionException when ta4j has no such class or constructor that can be used
    static Definition definition(Term term) {
        List<Argument> arguments = term.arguments();
        for (Argument argument : arguments) {
            if (!argument.key().isEmpty()) {
                throw new ExpressionException(
                        argument.column(),
                        "ta4j takes its arguments by their order, was given " + shown(argument));
            }
        }
        IndicatorClass type = type(term);
        List<Boolean> isNumber =
                arguments.stream().skip(1).map(one -> one.value() instanceof Numeral).toList();
        IndicatorConstructor constructor = type.constructor(isNumber);
        if (constructor == null) {
            throw new ExpressionException(
                    arguments.getFirst().column(),
                    "%s takes %s, was given %s"
                            .formatted(type.name(), allowed(type), shown(given(arguments))));
        }
        List<Parameter> parameters = parameters(type, constructor);
        return Definition.of(
                FORM.name(),
                Category.FORM,
                "The %s of ta4j, over the last 512 to 768 candles.".formatted(type.name()),
                constructor.toString(),
                FORM.source(),
                parameters,
                (graph, values) -> node(graph, values, parameters, constructor));
    }

    private static IndicatorClass type(Term term) {
        if (term.arguments().isEmpty()) {
            throw new ExpressionException(
                    term.column(), "ta4j takes the name of an indicator first, was given nothing");
        }
        Expression first = term.arguments().getFirst().value();
        if (!(first instanceof Term word && word.isWord())) {
            throw new ExpressionException(
                    first.column(),
                    "ta4j takes the name of an indicator first, was " + shown(first));
        }
        String name = first.toString();
        try {
            IndicatorClass type = IndicatorClass.find(name);
            if (type != null) {
                return type;
            }
        } catch (IllegalArgumentException refused) {
            throw new ExpressionException(first.column(), "ta4j: " + refused.getMessage());
        }
        throw new ExpressionException(
                first.column(),
                "an indicator must be one of ta4j's, was %s; did you mean %s?"
                        .formatted(
                                shown(name),
                                Vocabulary.nearest(name, IndicatorNames.all().stream())));
    }

    private static List<Parameter> parameters(
            IndicatorClass type, IndicatorConstructor constructor) {
        List<Parameter> parameters = new ArrayList<>(List.of(CLASS));
        List<Kind> written = constructor.written();
        int sources = 0;
        int numbers = 0;
        for (int i = 0; i < written.size(); i++) {
            boolean isLast = i == written.size() - 1;
            parameters.add(
                    switch (written.get(i)) {
                        case SOURCE -> source(i, sources++);
                        case WHOLE -> whole(numbers++, isLast ? type.lastDefault() : "");
                        case DECIMAL -> decimal(ORDINALS.get(numbers++) + " number", "");
                        case CANDLES -> throw new IllegalStateException("candles are not written");
                    });
        }
        return parameters;
    }

    private static Parameter source(int place, int sources) {
        return place == 0
                ? Parameter.source()
                : Parameter.source(sources == 0 ? "source" : ORDINALS.get(sources) + " source");
    }

    private static Parameter whole(int numbers, String byDefault) {
        return new Parameter.Whole(ORDINALS.get(numbers) + " number", byDefault, 0, BarWindow.KEPT);
    }

    private static Parameter decimal(String name, String byDefault) {
        return Parameter.decimal(name, byDefault, -LARGEST, LARGEST);
    }

    private static Node node(
            GraphBuilder graph,
            Arguments arguments,
            List<Parameter> parameters,
            IndicatorConstructor constructor) {
        List<Node> quotes =
                List.of(graph.open(), graph.high(), graph.low(), graph.close(), graph.volume());
        List<Node> read = new ArrayList<>(List.of(graph.openTime()));
        read.addAll(quotes);
        List<Integer> columns = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (Parameter parameter : parameters) {
            switch (parameter) {
                case Parameter.Source source -> {
                    Node node = arguments.source(source.name());
                    if (!read.contains(node)) {
                        read.add(node);
                    }
                    columns.add(read.indexOf(node));
                }
                case Parameter.Whole _, Parameter.Decimal _ ->
                        numbers.add(arguments.decimal(parameter.name()));
                case Parameter.Word _, Parameter.Span _ -> {}
            }
        }
        List<Node> others = read.subList(1 + quotes.size(), read.size());
        BarWindow window =
                (BarWindow)
                        graph.node(
                                "ta4j bars",
                                () -> new BarWindow(graph.openTime(), quotes, others),
                                read.toArray(Node[]::new));
        return graph.node(
                "%s %s %s".formatted(constructor, columns, numbers),
                () -> new Ta4jIndicator(window, constructor, columns, numbers),
                window);
    }

    /// The arguments of every constructor in words: `(source) or (source, number, number)`.
    private static String allowed(IndicatorClass type) {
        if (type.constructors().isEmpty()) {
            return "what an expression cannot say";
        }
        return type.constructors().stream()
                .map(constructor ->
                        constructor.written().stream()
                                .map(Ta4jCalls::word)
                                .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case CANDLES -> "candles";
            case SOURCE -> "source";
            case WHOLE -> "whole number";
            case DECIMAL -> "number";
        };
    }

    private static String given(List<Argument> arguments) {
        return arguments.stream()
                .skip(1)
                .map(Argument::toString)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

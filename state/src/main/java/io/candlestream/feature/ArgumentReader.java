package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;

/// Reads what stands for a parameter: a number within its range, one of its words.
final class ArgumentReader {

    private ArgumentReader() {}

    /// @throws ExpressionException when it is no whole number within the range
    static int whole(Term term, Parameter.Whole parameter, Expression value) {
        double number = number(term, parameter, value, parameter.least(), parameter.most());
        if (number != Math.rint(number)) {
            throw new ExpressionException(
                    value.column(),
                    "%s takes a whole number as %s, was %s"
                            .formatted(term.name(), parameter.name(), shown(value)));
        }
        return (int) number;
    }

    /// @throws ExpressionException when it is no number within the range
    static double decimal(Term term, Parameter.Decimal parameter, Expression value) {
        return number(term, parameter, value, parameter.least(), parameter.most());
    }

    /// @throws ExpressionException when it is no word, or none of the choices
    static String word(Term term, Parameter.Word parameter, Expression value) {
        boolean isWord = value instanceof Term word && word.isWord();
        if (isWord
                && (parameter.choices().isEmpty()
                        || parameter.choices().contains(value.toString()))) {
            return value.toString();
        }
        String allowed =
                parameter.choices().isEmpty()
                        ? "a word"
                        : "one of " + String.join(", ", parameter.choices());
        throw new ExpressionException(
                value.column(),
                "%s takes %s as %s, was %s"
                        .formatted(term.name(), allowed, parameter.name(), shown(value)));
    }

    /// @return milliseconds, infinitely many for `forever`
    /// @throws ExpressionException when it is no length of time
    static double span(Term term, Parameter.Span parameter, Expression value) {
        double milliseconds = Parameter.Span.milliseconds(value.toString());
        if (Double.isNaN(milliseconds)) {
            throw new ExpressionException(
                    value.column(),
                    "%s takes a number and one of s, m, h, d, w, or forever, as %s, was %s"
                            .formatted(term.name(), parameter.name(), shown(value)));
        }
        return milliseconds;
    }

    /// A refusal of a number where another expression must be named.
    static ExpressionException sourceNeeded(Term term, Parameter parameter, Expression value) {
        return new ExpressionException(
                value.column(),
                "%s takes an expression as %s, was %s"
                        .formatted(term.name(), parameter.name(), shown(value)));
    }

    private static double number(
            Term term, Parameter parameter, Expression value, double least, double most) {
        if (!(value instanceof Numeral numeral)) {
            throw new ExpressionException(
                    value.column(),
                    "%s takes a number as %s, was %s"
                            .formatted(term.name(), parameter.name(), shown(value)));
        }
        double number = numeral.value();
        if (number < least || number > most) {
            throw new ExpressionException(
                    value.column(),
                    "%s takes %s from %s to %s, was %s"
                            .formatted(
                                    term.name(),
                                    withArticle(parameter.name()),
                                    Numeral.canonical(least),
                                    Numeral.canonical(most),
                                    shown(value)));
        }
        return number + 0.0;
    }

    private static String withArticle(String name) {
        return ("aeio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }
}

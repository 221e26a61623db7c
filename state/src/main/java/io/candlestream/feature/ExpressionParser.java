package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import java.util.ArrayList;
import java.util.List;

/// Reads the grammar of features, labels and models.
///
/// ```
/// list       = expression { "," expression }
/// named      = argument { "," argument }
/// expression = number | name [ "(" [ argument { "," argument } ] ")" ] [ "." name ]
/// argument   = [ name "=" ] expression                    without a key first
/// name       = letters, digits and underscores that are no number: rsi, 1h, ChopIndicator
/// number     = 14, -0.5, 1e-5
/// ```
///
/// Spaces are free between all of these. What the names mean is not known here.
public final class ExpressionParser {

    private static final int DEEPEST = 64;

    private final ExpressionText text;

    private ExpressionParser(String text) {
        this.text = new ExpressionText(text);
    }

    /// Reads one expression.
    ///
    /// @param text at most 10,000 characters, nested at most 64 deep
    /// @throws ExpressionException when the text is not one expression; it says where
    public static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.expression(1);
        parser.expectEnd("the end");
        return expression;
    }

    /// Reads expressions separated by commas, at least one: `close, ema(close,12), macd.line`.
    ///
    /// @param text at most 10,000 characters, nested at most 64 deep
    /// @throws ExpressionException when the text is not such a list; it says where
    public static List<Expression> parseList(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        List<Expression> expressions = new ArrayList<>();
        do {
            expressions.add(parser.expression(1));
        } while (parser.text.skip(','));
        parser.expectEnd("\",\" or the end");
        return List.copyOf(expressions);
    }

    /// Reads expressions separated by commas, at least one, of which any may have a name: `rsi(14),
    /// slow=ema(50)`.
    ///
    /// @param text at most 10,000 characters, nested at most 64 deep
    /// @return each with its name as the key, or none
    /// @throws ExpressionException when the text is not such a list; it says where
    public static List<Argument> parseNamed(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        List<Argument> arguments = new ArrayList<>();
        do {
            arguments.add(parser.argument(1));
        } while (parser.text.skip(','));
        parser.expectEnd("\",\" or the end");
        return List.copyOf(arguments);
    }

    private Expression expression(int depth) {
        int column = text.column();
        if (depth > DEEPEST) {
            throw new ExpressionException(
                    column, "expressions must be nested at most " + DEEPEST + " deep, were deeper");
        }
        String number = text.number();
        if (!number.isEmpty()) {
            return new Numeral(number, column);
        }
        String name = text.name();
        if (name.isEmpty()) {
            throw text.mustStandHere("a name or a number");
        }
        int openedIn = text.column();
        List<Argument> arguments = text.skip('(') ? arguments(depth + 1, openedIn) : List.of();
        if (!text.skip('.')) {
            return new Term(name, arguments, "", column, column);
        }
        int outputColumn = text.column();
        String output = text.name();
        if (output.isEmpty()) {
            throw text.mustStandHere("the name of an output");
        }
        return new Term(name, arguments, output, column, outputColumn);
    }

    private List<Argument> arguments(int depth, int openedIn) {
        List<Argument> arguments = new ArrayList<>();
        if (text.skip(')')) {
            return arguments;
        }
        boolean isKeyed = false;
        do {
            Argument argument = argument(depth);
            if (isKeyed && argument.key().isEmpty()) {
                throw new ExpressionException(
                        argument.column(),
                        "an argument without a key must come before those with one, was "
                                + shown(argument));
            }
            isKeyed = !argument.key().isEmpty();
            arguments.add(argument);
        } while (text.skip(','));
        if (!text.skip(')')) {
            throw text.mustStandHere("\",\" or the \")\" of column " + openedIn);
        }
        return arguments;
    }

    private Argument argument(int depth) {
        int column = text.column();
        String key = text.name();
        if (key.isEmpty() || !text.skip('=')) {
            text.moveTo(column);
            key = "";
        }
        return new Argument(key, expression(depth), column);
    }

    private void expectEnd(String expected) {
        if (!text.isAtEnd()) {
            throw text.mustStandHere(expected);
        }
    }
}

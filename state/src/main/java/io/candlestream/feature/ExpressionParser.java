package io.candlestream.feature;

import io.candlestream.candle.Quoted;
import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the grammar of features, labels and models.
///
/// ```
/// list       = expression { "," expression }
/// expression = number | name [ "(" [ argument { "," argument } ] ")" ] [ "." name ]
/// argument   = [ name "=" ] expression                    without a key first
/// name       = letters, digits and underscores that are no number: rsi, 1h, ChopIndicator
/// number     = 14, -0.5, 1e-5
/// ```
///
/// Spaces are free between all of these. What the names mean is not known here.
public final class ExpressionParser {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 64;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?!\\w)");
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final String text;
    private int at;

    private ExpressionParser(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST + 1,
                    "a text must have at most " + LONGEST + " characters, had " + text.length());
        }
        this.text = text;
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
        } while (parser.skip(','));
        parser.expectEnd("\",\" or the end");
        return List.copyOf(expressions);
    }

    private Expression expression(int depth) {
        skipSpaces();
        int column = column();
        if (depth > DEEPEST) {
            throw new ExpressionException(
                    column, "expressions must be nested at most " + DEEPEST + " deep, were deeper");
        }
        String number = read(NUMBER);
        if (!number.isEmpty()) {
            return new Numeral(number, column);
        }
        String name = read(NAME);
        if (name.isEmpty()) {
            throw mustStandHere("a name or a number");
        }
        List<Argument> arguments = skip('(') ? arguments(depth + 1, column() - 1) : List.of();
        if (!skip('.')) {
            return new Term(name, arguments, "", column, column);
        }
        skipSpaces();
        int outputColumn = column();
        String output = read(NAME);
        if (output.isEmpty()) {
            throw mustStandHere("the name of an output");
        }
        return new Term(name, arguments, output, column, outputColumn);
    }

    private List<Argument> arguments(int depth, int openedIn) {
        List<Argument> arguments = new ArrayList<>();
        if (skip(')')) {
            return arguments;
        }
        boolean keyed = false;
        do {
            Argument argument = argument(depth);
            if (keyed && argument.key().isEmpty()) {
                throw new ExpressionException(
                        argument.column(),
                        "an argument without a key must come before those with one, was "
                                + ExpressionException.shown(argument.value()));
            }
            keyed = !argument.key().isEmpty();
            arguments.add(argument);
        } while (skip(','));
        if (!skip(')')) {
            throw mustStandHere("\",\" or the \")\" of column " + openedIn);
        }
        return arguments;
    }

    private Argument argument(int depth) {
        skipSpaces();
        int column = column();
        String key = read(NAME);
        if (key.isEmpty() || !skip('=')) {
            key = "";
            at = column - 1;
        }
        return new Argument(key, expression(depth), column);
    }

    private void expectEnd(String expected) {
        skipSpaces();
        if (at < text.length()) {
            throw mustStandHere(expected);
        }
    }

    /// @return what stands here, passed; empty when it is something else
    private String read(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean skip(char expected) {
        skipSpaces();
        boolean isHere = at < text.length() && text.charAt(at) == expected;
        at += isHere ? 1 : 0;
        return isHere;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int column() {
        return at + 1;
    }

    private ExpressionException mustStandHere(String expected) {
        String found =
                at == text.length()
                        ? "the end"
                        : Quoted.of(Character.toString(text.codePointAt(at)));
        return new ExpressionException(column(), expected + " must stand here, was " + found);
    }
}

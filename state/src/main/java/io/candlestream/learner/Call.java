package io.candlestream.learner;

import io.candlestream.feature.Expression;
import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.ExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A name with its arguments, or a number, that is being read: each argument is taken by its key,
/// or as the next of those without one.
final class Call {

    /// The name of what is a number.
    static final String NUMBER = "number";

    private final Expression expression;
    private final List<Argument> left = new ArrayList<>();

    private Call(Expression expression) {
        this.expression = expression;
        if (expression instanceof Term term) {
            left.addAll(term.arguments());
        }
    }

    /// Reads an expression to its last argument.
    ///
    /// @throws ExpressionException when the reader refuses it, or leaves an argument
    static <T> T read(Expression expression, Function<Call, T> reader) {
        Call call = new Call(expression);
        if (expression instanceof Term term && !term.output().isEmpty()) {
            throw new ExpressionException(
                    term.outputColumn(), term.name() + " has no outputs, was ." + term.output());
        }
        T read;
        try {
            read = reader.apply(call);
        } catch (ExpressionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ExpressionException(expression.column(), call.name() + ": " + e.getMessage());
        }
        if (!call.left.isEmpty()) {
            Argument first = call.left.getFirst();
            throw new ExpressionException(
                    first.column(), call.name() + " takes no such argument, was " + first);
        }
        return read;
    }

    String name() {
        return expression instanceof Term term ? term.name() : NUMBER;
    }

    /// Tells whether an argument with this key is left.
    boolean has(String key) {
        return left.stream().anyMatch(argument -> argument.key().equals(key));
    }

    /// @return the number that the expression itself is
    double ownNumber() {
        return number(expression);
    }

    double number(String key, double otherwise) {
        Expression given = take(key);
        return given == null ? otherwise : number(given);
    }

    int whole(String key, int otherwise) {
        Expression given = take(key);
        if (given == null) {
            return otherwise;
        }
        double number = number(given);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new ExpressionException(
                    given.column(), key + " must be a whole number, was " + given);
        }
        return (int) number;
    }

    <T> T nested(String key, String otherwise, Function<Call, T> reader) {
        Expression given = take(key);
        return read(given == null ? ExpressionParser.parse(otherwise) : given, reader);
    }

    /// Reads all that are left without a key.
    <T> List<T> rest(Function<Call, T> reader) {
        List<T> read = new ArrayList<>();
        while (!left.isEmpty() && left.getFirst().key().isEmpty()) {
            read.add(read(left.removeFirst().value(), reader));
        }
        return read;
    }

    ExpressionException unknown(String what, String known) {
        return new ExpressionException(
                expression.column(), what + " must be one of " + known + ", was " + expression);
    }

    private @Nullable Expression take(String key) {
        for (int i = 0; i < left.size(); i++) {
            Argument argument = left.get(i);
            if (argument.key().equals(key) || (i == 0 && argument.key().isEmpty())) {
                left.remove(i);
                return argument.value();
            }
        }
        return null;
    }

    private static double number(Expression expression) {
        if (expression instanceof Numeral numeral && Double.isFinite(numeral.value())) {
            return numeral.value();
        }
        throw new ExpressionException(
                expression.column(), "a finite number must stand here, was " + expression);
    }
}

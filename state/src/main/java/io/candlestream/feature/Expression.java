package io.candlestream.feature;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was written in the grammar of features, labels and models: a tree of names and numbers.
///
/// An expression says nothing of what its names mean; a word, as `close` or `1h`, is a [Term]
/// without arguments. `toString` writes it without spaces, and reading that gives an equal tree but
/// for the columns.
public sealed interface Expression {

    /// @return character of the text where it begins, counted from 1
    int column();

    /// A name with what belongs to it: `macd(12,slow=26).line`.
    ///
    /// @param name letters, digits and underscores
    /// @param arguments in the order in which they were written; those with a key come last
    /// @param output the output asked for, without the dot; empty when none was
    /// @param column where the name begins, counted from 1
    /// @param outputColumn where the output begins; that of the name when none was asked for
    record Term(String name, List<Argument> arguments, String output, int column, int outputColumn)
            implements Expression {

        /// Keeps its own copy of the list.
        public Term {
            arguments = List.copyOf(arguments);
        }

        /// Tells whether it is a name and nothing else.
        public boolean isWord() {
            return arguments.isEmpty() && output.isEmpty();
        }

        @Override
        public String toString() {
            String inParentheses =
                    arguments.stream().map(Argument::toString).collect(Collectors.joining(","));
            return name
                    + (arguments.isEmpty() ? "" : '(' + inParentheses + ')')
                    + (output.isEmpty() ? "" : '.' + output);
        }
    }

    /// A number.
    ///
    /// @param text as it was written: `14`, `-0.5`, `1e-5`
    /// @param column where it begins, counted from 1
    record Numeral(String text, int column) implements Expression {

        /// @return the nearest double; infinite where the text is beyond all of them
        public double value() {
            return Double.parseDouble(text);
        }

        /// The one way to write this number: `2` for `2.0`, `0.00001` for `1e-5`.
        static String canonical(double finite) {
            if (finite == 0) {
                return "0";
            }
            BigDecimal shortest = new BigDecimal(Double.toString(finite)).stripTrailingZeros();
            int exponent = shortest.precision() - shortest.scale() - 1;
            return exponent >= -6 && exponent < 15
                    ? shortest.toPlainString()
                    : shortest.toString().toLowerCase(Locale.ROOT).replace("e+", "e");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// What stands between two commas of a [Term].
    ///
    /// @param key the parameter meant, as in `key=value`; empty when the position tells
    /// @param value an expression of its own
    /// @param column where it begins, counted from 1
    record Argument(String key, Expression value, int column) {

        @Override
        public String toString() {
            return key.isEmpty() ? value.toString() : key + '=' + value;
        }
    }
}

package io.candlestream.feature;

import java.util.function.Function;

/// What an expression is by its plain definition: over whole columns, nothing kept from candle to
/// candle but where the definition itself is a recursion.
///
/// @param text the expression
/// @param over the definition
record BatchDefinition(String text, Function<BatchCandles, Expected> over) {

    /// What a definition gives.
    static final class Expected {

        private final double[] values;
        private final double[] largest;

        /// @param values a number a candle
        /// @param largest where a value is a difference that cancels, the size of the larger of
        ///   what is subtracted, in the unit of the value; else the value
        Expected(double[] values, double[] largest) {
            this.values = values;
            this.largest = largest;
        }

        double value(int row) {
            return values[row];
        }

        /// What the value of a row is right to the last digits of.
        double largest(int row) {
            return Math.max(Math.abs(values[row]), Math.abs(largest[row]));
        }
    }

    /// A value that is to be right to its own last digits.
    static BatchDefinition exact(String text, Function<BatchCandles, double[]> definition) {
        return new BatchDefinition(
                text,
                candles -> {
                    double[] values = definition.apply(candles);
                    return new Expected(values, values);
                });
    }

    /// A value that is a difference, or a sum of numbers of either sign.
    ///
    /// @param largest the size of the largest of what is added or subtracted
    static BatchDefinition difference(
            String text,
            Function<BatchCandles, double[]> definition,
            Function<BatchCandles, double[]> largest) {
        return new BatchDefinition(
                text, candles -> new Expected(definition.apply(candles), largest.apply(candles)));
    }

    /// A value that is a difference of two columns.
    static BatchDefinition difference(String text, Function<BatchCandles, Terms> definition) {
        return new BatchDefinition(
                text,
                candles -> {
                    Terms terms = definition.apply(candles);
                    return new Expected(terms.difference(), terms.larger());
                });
    }

    /// A value of a fixed range, as per cent are, whose terms are as large as that range.
    ///
    /// @param size of the range
    static BatchDefinition within(
            double size, String text, Function<BatchCandles, double[]> definition) {
        return difference(text, definition, candles -> candles.each(_ -> size));
    }

    /// Two columns, one of which is subtracted from the other.
    static final class Terms {

        private final double[] of;
        private final double[] from;

        Terms(double[] of, double[] from) {
            this.of = of;
            this.from = from;
        }

        double[] difference() {
            return BatchColumns.minus(of, from);
        }

        double[] larger() {
            return BatchColumns.larger(of, from);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

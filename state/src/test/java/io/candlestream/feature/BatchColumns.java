package io.candlestream.feature;

import io.candlestream.indicator.Batch;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/// Columns made of columns by plain definitions, anew at every row: a number a candle, NaN where
/// there is none.
final class BatchColumns {

    private BatchColumns() {}

    /// @param formula from the row to the number, where all inputs have one
    static double[] each(IntToDoubleFunction formula, double[]... inputs) {
        double[] column = new double[inputs[0].length];
        for (int row = 0; row < column.length; row++) {
            boolean defined = true;
            for (double[] input : inputs) {
                defined &= !Double.isNaN(input[row]);
            }
            column[row] = defined ? formula.applyAsDouble(row) : Double.NaN;
        }
        return column;
    }

    /// @param statistic of the last `period` numbers, oldest first
    static double[] rolling(double[] column, int period, ToDoubleFunction<double[]> statistic) {
        double[] rolling = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            boolean defined = row >= period - 1 && !Double.isNaN(column[row - period + 1]);
            rolling[row] =
                    defined
                            ? statistic.applyAsDouble(
                                    Arrays.copyOfRange(column, row - period + 1, row + 1))
                            : Double.NaN;
        }
        return rolling;
    }

    /// What the column was `candles` candles ago.
    static double[] lag(double[] column, int candles) {
        double[] lagged = new double[column.length];
        Arrays.fill(lagged, Double.NaN);
        if (column.length > candles) {
            System.arraycopy(column, 0, lagged, candles, column.length - candles);
        }
        return lagged;
    }

    static double[] minus(double[] of, double[] from) {
        return each(row -> of[row] - from[row], of, from);
    }

    static double[] plus(double[] one, double[] other) {
        return each(row -> one[row] + other[row], one, other);
    }

    static double[] times(double factor, double[] column) {
        return each(row -> factor * column[row], column);
    }

    static double[] product(double[] one, double[] other) {
        return each(row -> one[row] * other[row], one, other);
    }

    static double[] abs(double[] column) {
        return each(row -> Math.abs(column[row]), column);
    }

    /// The larger of the sizes of two columns.
    static double[] larger(double[] one, double[] other) {
        return each(row -> Math.max(Math.abs(one[row]), Math.abs(other[row])), one, other);
    }

    static double[] change(double[] column, int candles) {
        return minus(column, lag(column, candles));
    }

    /// One column over another, or `otherwise` where no finite number is that.
    static double[] ratio(double[] part, double[] whole, double otherwise) {
        return each(
                row -> {
                    double quotient = part[row] / whole[row];
                    return Double.isFinite(quotient) ? quotient : otherwise;
                },
                part,
                whole);
    }

    /// One column over another, 0 where no finite number is that.
    static double[] ratio(double[] part, double[] whole) {
        return ratio(part, whole, 0);
    }

    /// One column in per cent of another, 0 where no finite number is that.
    static double[] percentage(double[] part, double[] whole) {
        return times(100, ratio(part, whole));
    }

    /// The natural logarithm of one column over another.
    static double[] log(double[] to, double[] from) {
        return each(
                row -> to[row] == from[row] ? 0 : Math.log1p((to[row] - from[row]) / from[row]),
                to,
                from);
    }

    static double[] sum(double[] column, int period) {
        return rolling(column, period, Batch::sum);
    }

    static double[] sma(double[] column, int period) {
        return rolling(column, period, Batch::mean);
    }

    static double[] variance(double[] column, int period) {
        return rolling(column, period, Batch::variance);
    }

    static double[] deviation(double[] column, int period) {
        return rolling(column, period, window -> Math.sqrt(Batch.variance(window)));
    }

    static double[] highest(double[] column, int period) {
        return rolling(column, period, window -> Arrays.stream(window).max().orElseThrow());
    }

    static double[] lowest(double[] column, int period) {
        return rolling(column, period, window -> Arrays.stream(window).min().orElseThrow());
    }

    /// The size of the largest of the last numbers.
    static double[] largest(double[] column, int period) {
        return highest(abs(column), period);
    }

    /// The middle between the highest number of one column and the lowest of another.
    static double[] middle(double[] highs, double[] lows, int period) {
        return times(0.5, plus(highest(highs, period), lowest(lows, period)));
    }

    /// Where a column stands between two others, 0 where these are the same.
    static double[] position(double[] of, double[] lowest, double[] highest) {
        return ratio(minus(of, lowest), minus(highest, lowest));
    }

    static double[] wma(double[] column, int period) {
        return rolling(
                column,
                period,
                window -> {
                    double[] terms = new double[period];
                    double weights = period * (period + 1.0) / 2;
                    Arrays.setAll(terms, i -> (i + 1) / weights * (window[i] - window[0]));
                    return window[0] + Batch.sum(terms);
                });
    }

    /// Recursion from the first number there is, seeded with a plain mean.
    static double[] ema(double[] column, int period) {
        return averages(column, period, 2.0 / (period + 1));
    }

    /// Recursion from the first number there is, seeded with a plain mean.
    static double[] wilder(double[] column, int period) {
        return averages(column, period, 1.0 / period);
    }

    private static double[] averages(double[] column, int period, double weight) {
        int first = firstDefined(column);
        double[] averages = new double[column.length];
        Arrays.fill(averages, Double.NaN);
        double[] defined = Arrays.copyOfRange(column, first, column.length);
        if (defined.length >= period) {
            double[] found = Batch.averages(defined, period, weight);
            System.arraycopy(found, 0, averages, first + period - 1, found.length);
        }
        return averages;
    }

    /// Sums of all numbers there were.
    static double[] cumulative(double[] column) {
        int first = firstDefined(column);
        return each(row -> Batch.sum(Arrays.copyOfRange(column, first, row + 1)), column);
    }

    /// Sums of the sizes of all numbers there were.
    static double[] cumulativeSize(double[] column) {
        return cumulative(abs(column));
    }

    /// The row of the first number, the number of rows where there is none.
    static int firstDefined(double[] column) {
        int first = 0;
        while (first < column.length && Double.isNaN(column[first])) {
            first++;
        }
        return first;
    }
}

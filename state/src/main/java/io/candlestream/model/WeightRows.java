package io.candlestream.model;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Coefficients of a linear model, one row a class: copied, judged, limited, written down and read
/// back.
///
/// What is read back is checked for all that learning guarantees.
final class WeightRows {

    private WeightRows() {}

    /// Copies the rows of `from` over the first rows of `to`.
    static void copy(double[][] from, double[][] to) {
        for (int c = 0; c < from.length; c++) {
            System.arraycopy(from[c], 0, to[c], 0, from[c].length);
        }
    }

    /// Whether no coefficient is NaN or greater than [OnlineModel#WEIGHT_LIMIT] in magnitude.
    static boolean areWithinLimit(double[][] rows) {
        boolean within = true;
        for (double[] row : rows) {
            within &= isWithinLimit(row);
        }
        return within;
    }

    private static boolean isWithinLimit(double[] row) {
        boolean within = true;
        for (double weight : row) {
            within &= Math.abs(weight) <= OnlineModel.WEIGHT_LIMIT;
        }
        return within;
    }

    /// Cuts every coefficient to the limit.
    ///
    /// @return the greatest magnitude left
    static double limit(double[] row) {
        double greatest = 0;
        for (int j = 0; j < row.length; j++) {
            double atLeast = Math.max(row[j], -OnlineModel.WEIGHT_LIMIT);
            row[j] = Math.min(atLeast, OnlineModel.WEIGHT_LIMIT);
            greatest = Math.max(greatest, Math.abs(row[j]));
        }
        return greatest;
    }

    static void save(double[][] rows, StateOutput out) {
        for (double[] row : rows) {
            out.putDoubles(row);
        }
    }

    /// @throws StateFormatException when a coefficient is not within the limit
    static void restore(double[][] rows, StateInput in) {
        for (double[] row : rows) {
            restore(row, in);
        }
    }

    /// @throws StateFormatException when a coefficient is not within the limit
    static void restore(double[] row, StateInput in) {
        in.getDoubles(row);
        if (!isWithinLimit(row)) {
            throw new StateFormatException(
                    "every weight must be at most "
                            + OnlineModel.WEIGHT_LIMIT
                            + " in magnitude, one was not");
        }
    }
}

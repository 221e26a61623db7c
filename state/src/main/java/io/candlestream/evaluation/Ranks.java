package io.candlestream.evaluation;

import java.util.Arrays;

/// Places of numbers among each other, equal ones sharing the mean of theirs.
///
/// Sorting takes O(n log n) and allocates; it is done when a measure is asked for, not per outcome.
final class Ranks {

    private Ranks() {}

    /// @param values finite numbers
    /// @return the rank of each, from 1 for the smallest; of equals the mean of the ranks they fill
    static double[] of(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // Minus zero is equal to zero and sorted before it.
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = countBelow(sorted, values[i]);
            int notAbove = countNotAbove(sorted, values[i]);
            ranks[i] = (below + notAbove + 1) / 2.0;
        }
        return ranks;
    }

    private static int countBelow(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int countNotAbove(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}

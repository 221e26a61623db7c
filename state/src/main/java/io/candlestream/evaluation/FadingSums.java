package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Counts and sums over outcomes of which each weighs as much as the one before or a little more.
///
/// | quantity | meaning |
/// |---|---|
/// | input | per outcome: counts to raise, terms to add |
/// | output | [#countOf] and [#sumOf] in the unit of the latest outcome's weight |
/// | warm-up | none |
/// | state | a double a count, 2 a sum and one more; O(1) time, no allocation per update |
///
/// ```
/// unit <- growth unit                  count <- count + unit             sum <- sum + unit term
/// growth = 2^(1 / halfLife) fading, 1 over all time
/// ```
///
/// Nothing is multiplied down to fade, as in [Tally]: measures are ratios, in which the unit
/// cancels. Before it overflows everything is divided by a power of two. Over all time counts are
/// whole numbers, exact up to 2^53; sums keep what rounding cuts off them (Knuth's two-sum). Not
/// thread-safe: owned by one stream task.
final class FadingSums implements Stateful {

    /// Stands for weights that do not fade.
    static final double ALL_TIME = Double.POSITIVE_INFINITY;

    private static final double LONGEST_HALF_LIFE = 1e9;

    /// The sum of as many units as there can be outcomes is finite, and so are products with
    /// squares of losses.
    static final double GREATEST_UNIT = 0x1p400;

    private final int counts;
    private final double growth;
    private final double[] values;

    /// Counts and sums of no outcome.
    ///
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9, or
    ///   [#ALL_TIME]
    /// @throws IllegalArgumentException when the half-life is out of range
    FadingSums(int counts, int sums, double halfLife) {
        this.counts = counts;
        growth = growth(halfLife);
        values = new double[1 + counts + 2 * sums];
        values[0] = 1;
    }

    /// @return the weight of an outcome over that of the one before
    /// @throws IllegalArgumentException when the half-life is out of range
    static double growth(double halfLife) {
        if (!(halfLife >= 1 && (halfLife <= LONGEST_HALF_LIFE || halfLife == ALL_TIME))) {
            throw new IllegalArgumentException(
                    "half-life must be from 1 to " + LONGEST_HALF_LIFE + ", was " + halfLife);
        }
        return StrictMath.pow(2, 1 / halfLife);
    }

    /// Begins the next outcome.
    void next() {
        values[0] *= growth;
        if (values[0] > GREATEST_UNIT) {
            for (int i = 0; i < values.length; i++) {
                values[i] /= GREATEST_UNIT;
            }
        }
    }

    /// Raises a count by the weight of this outcome.
    void count(int index) {
        values[1 + index] += values[0];
    }

    /// Adds a term with the weight of this outcome.
    void add(int index, double term) {
        int at = 1 + counts + 2 * index;
        double weighted = values[0] * term;
        double before = values[at];
        double sum = before + weighted;
        double ofTerm = sum - before;
        values[at] = sum;
        values[at + 1] += (before - (sum - ofTerm)) + (weighted - ofTerm);
    }

    /// @return the weight counted, 1 for the latest outcome
    double countOf(int index) {
        return values[1 + index] / values[0];
    }

    /// @return the weighted sum, the latest outcome weighing 1
    double sumOf(int index) {
        int at = 1 + counts + 2 * index;
        return (values[at] + values[at + 1]) / values[0];
    }

    /// Layout: the unit, the counts, each sum with its compensation.
    @Override
    public void save(StateOutput out) {
        out.putDoubles(values);
    }

    @Override
    public void restore(StateInput in) {
        in.getDoubles(values);
        if (!(values[0] >= 1 && values[0] <= GREATEST_UNIT)) {
            throw new StateFormatException(
                    "the unit of weights must be from 1 to %s, was %s"
                            .formatted(GREATEST_UNIT, values[0]));
        }
        for (int i = 1; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || (i <= counts && values[i] < 0)) {
                throw new StateFormatException(
                        "a count must be at least 0 and a sum finite, was " + values[i]);
            }
        }
    }
}

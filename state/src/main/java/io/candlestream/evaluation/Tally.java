package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Weighted counts and sums over the outcomes of one or more forecasters, over all time and fading,
/// from which measures are made.
///
/// ```
/// unit <- growth unit                       every quantity q:   q <- q + unit (what this outcome adds)
/// ```
///
/// Nothing is multiplied down to fade: each outcome counts for more than the one before, and
/// measures are ratios, in which the unit cancels. So an outcome touches its own class alone.
/// Before the unit overflows everything is divided by a power of two, which is exact but for what
/// is forgotten long since.
///
/// Over all time the unit is always 1: the counts are whole numbers, exact up to 2^53, and the sums
/// of losses are compensated. While fading old rounding errors fade with what they belong to.
/// Rounding is monotonic, so hits never exceed their weight and no share exceeds 1.
///
/// All forecasters share one array: what is updated together lies together.
///
/// ```
/// of each forecaster   all time | unit | fading
/// all time, fading     weight of outcomes by class, weight of hits by class, log losses, Brier scores
/// ```
final class Tally {

    /// A class of less than this weight, in units, no longer counts as having occurred.
    private static final double FORGOTTEN = 0x1p-100;

    /// The sum of as many units as there can be outcomes is finite.
    private static final double GREATEST_UNIT = 0x1p400;

    private final int classCount;

    /// Weight of an outcome over that of the one before, from 1 to 2.
    private final double growth;

    private final double[] sums;

    Tally(int forecasterCount, int classCount, double growth) {
        this.classCount = classCount;
        this.growth = growth;
        sums = new double[forecasterCount * (2 * length() + 1)];
        for (int i = 0; i < forecasterCount; i++) {
            sums[fading(i) - 1] = 1;
        }
    }

    /// Where the sums of a forecaster over all time begin.
    int allTime(int forecaster) {
        return forecaster * (2 * length() + 1);
    }

    /// Where the fading sums of a forecaster begin, directly after their unit.
    int fading(int forecaster) {
        return allTime(forecaster) + length() + 1;
    }

    /// Two numbers a class, and two sums of losses, each with what rounding has cut off it so far
    /// (Kahan, Babuska, Neumaier).
    private int length() {
        return 2 * classCount + 4;
    }

    void update(int forecaster, boolean hit, int label, double logLoss, double brierScore) {
        // A product instead of a branch: nobody can guess which predictions will hit.
        double share = hit ? 1 : 0;
        add(allTime(forecaster), 1, share, label, logLoss, brierScore);
        int fading = fading(forecaster);
        sums[fading - 1] *= growth;
        if (sums[fading - 1] > GREATEST_UNIT) {
            rescale(fading);
        }
        add(fading, sums[fading - 1], share, label, logLoss, brierScore);
    }

    private void add(
            int from, double unit, double share, int label, double logLoss, double brierScore) {
        sums[from + label] += unit;
        sums[from + classCount + label] += unit * share;
        addLoss(from + 2 * classCount, unit * logLoss);
        addLoss(from + 2 * classCount + 2, unit * brierScore);
    }

    /// What rounding cuts off the sum of two numbers is found exactly (Knuth's two-sum).
    private void addLoss(int at, double term) {
        double before = sums[at];
        double sum = before + term;
        double ofTerm = sum - before;
        sums[at] = sum;
        sums[at + 1] += (before - (sum - ofTerm)) + (term - ofTerm);
    }

    private void rescale(int fading) {
        for (int i = fading - 1; i < fading + length(); i++) {
            sums[i] /= GREATEST_UNIT;
        }
    }

    /// @return how often the class came true
    long count(int forecaster, int label) {
        return (long) sums[allTime(forecaster) + label];
    }

    /// @param from [#allTime] or [#fading] of a forecaster
    /// @param unit weight of the latest outcome
    Measures measures(int from, double unit) {
        double weight = 0;
        double hit = 0;
        double recalls = 0;
        int occurred = 0;
        for (int c = from; c < from + classCount; c++) {
            weight += sums[c];
            hit += sums[c + classCount];
            if (sums[c] >= FORGOTTEN * unit) {
                recalls += sums[c + classCount] / sums[c];
                occurred++;
            }
        }
        int losses = from + 2 * classCount;
        return new Measures(
                hit / weight,
                recalls / occurred,
                (sums[losses] + sums[losses + 1]) / weight,
                (sums[losses + 2] + sums[losses + 3]) / weight);
    }

    /// @param from [#allTime] or [#fading] of a forecaster
    double logLoss(int from) {
        double weight = 0;
        for (int c = from; c < from + classCount; c++) {
            weight += sums[c];
        }
        int losses = from + 2 * classCount;
        return (sums[losses] + sums[losses + 1]) / weight;
    }

    double unit(int forecaster) {
        return sums[fading(forecaster) - 1];
    }

    void save(int forecaster, StateOutput out) {
        out.putDoubles(sums, allTime(forecaster), allTime(forecaster + 1));
    }

    void restore(int forecaster, StateInput in) {
        in.getDoubles(sums, allTime(forecaster), allTime(forecaster + 1));
        double unit = unit(forecaster);
        if (!(unit >= 1 && unit <= GREATEST_UNIT)) {
            throw new StateFormatException(
                    "the unit of weights must be from 1 to %s, was %s"
                            .formatted(GREATEST_UNIT, unit));
        }
        check(allTime(forecaster));
        check(fading(forecaster));
    }

    private void check(int from) {
        for (int c = from; c < from + classCount; c++) {
            double weight = sums[c];
            double hits = sums[c + classCount];
            if (!(hits >= 0 && hits <= weight && Double.isFinite(weight))) {
                throw new StateFormatException(
                        "hits of a class must be from 0 to its weight %s, were %s"
                                .formatted(weight, hits));
            }
        }
        for (int i = from + 2 * classCount; i < from + length(); i++) {
            if (!Double.isFinite(sums[i])) {
                throw new StateFormatException("a sum of losses must be finite, was " + sums[i]);
            }
        }
    }
}

package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The rising curve from a probability to how often it came true, for one class against the rest.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the last probabilities of a class with whether it came true; then a probability |
/// | output | a probability, above 0; the same one while there is no curve |
/// | warm-up | a fit with at least [#EVIDENCE] outcomes of each kind |
/// | state | 2 doubles a knot; a fit O(window), a look-up O(log knots), no allocation |
///
/// ```
/// pool   neighbours, in order of p, where the share hits / outcomes is not above that of the block before
/// smooth each block by one outcome more, of its mean p and 1 / classes of a hit; pool again
/// knot   (mean p, share) of a block          between knots straight, beyond the outer ones level
/// ```
///
/// The smoothing keeps the outer shares off 0 and 1: thirty outcomes without a hit prove little.
///
/// There is room for as many knots as there can be: blocks have different shares of hits, a share
/// in lowest terms needs at least its denominator of outcomes, and there are only so many shares of
/// small denominators, 89 for 1,000 outcomes.
///
/// Source: M. Ayer et al., _An Empirical Distribution Function for Sampling with Incomplete
/// Information_, 1955; B. Zadrozny, C. Elkan, _Transforming Classifier Scores into Accurate
/// Multiclass Probability Estimates_, KDD 2002.
final class RisingCurve implements Stateful {

    /// How many outcomes of a class, and how many of others, a fit needs.
    static final int EVIDENCE = 10;

    private final double prior;

    /// Of each block the sum of its probabilities while it is fitted, of each knot the probability.
    private final double[] xs;

    /// Of each block its hits while it is fitted, of each knot the share of hits.
    private final double[] ys;

    private final double[] outcomes;
    private int knots;

    /// No curve.
    ///
    /// @param window outcomes of a fit at most
    RisingCurve(int window, int classCount) {
        prior = 1.0 / classCount;
        // While a block is being pooled it is one more.
        int room = mostShares(window) + 1;
        xs = new double[room];
        ys = new double[room];
        outcomes = new double[room];
    }

    /// @return the outcome as one number that sorts by its probability: the last bit says whether
    ///   the class came true
    static double outcome(double probability, boolean hit) {
        long even = Double.doubleToRawLongBits(probability) & -2L;
        return Double.longBitsToDouble(hit ? even | 1 : even);
    }

    /// @return the greatest [#outcome]
    static double greatestOutcome() {
        return outcome(1, true);
    }

    /// Replaces the curve by that of these outcomes, or by none where there is too little evidence.
    void fit(SortedRing sorted) {
        knots = 0;
        double hits = 0;
        int at = 0;
        while (at < sorted.size()) {
            at = addEqual(sorted, at);
            hits += ys[knots - 1];
            pool();
        }
        if (Math.min(hits, sorted.size() - hits) < EVIDENCE) {
            knots = 0;
            return;
        }
        smooth();
    }

    /// @param probability from 0 to 1
    /// @return the share of hits of such a probability; itself while there is no curve
    double at(double probability) {
        if (knots == 0) {
            return probability;
        }
        int above = firstAbove(probability);
        if (above == 0) {
            return ys[0];
        }
        double y = ys[above - 1];
        if (above == knots) {
            return y;
        }
        double x = xs[above - 1];
        return y + (ys[above] - y) * ((probability - x) / (xs[above] - x));
    }

    /// @return how many knots the curve has, 0 while there is none
    int knots() {
        return knots;
    }

    /// Appends the outcomes that are as probable as the one at the rank as a block: which of them
    /// came first says nothing.
    ///
    /// @return the rank after them
    private int addEqual(SortedRing sorted, int rank) {
        double probability = probability(sorted.ranked(rank));
        double hits = 0;
        int next = rank;
        while (next < sorted.size() && probability(sorted.ranked(next)) == probability) {
            hits += Double.doubleToRawLongBits(sorted.ranked(next)) & 1;
            next++;
        }
        xs[knots] = probability * (next - rank);
        ys[knots] = hits;
        outcomes[knots] = next - rank;
        knots++;
        return next;
    }

    /// Joins the last block with those before it that have no smaller share.
    private void pool() {
        while (knots > 1 && share(knots - 2) >= share(knots - 1)) {
            knots--;
            xs[knots - 1] += xs[knots];
            ys[knots - 1] += ys[knots];
            outcomes[knots - 1] += outcomes[knots];
        }
    }

    private double share(int block) {
        return ys[block] / outcomes[block];
    }

    private void smooth() {
        int blocks = knots;
        knots = 0;
        for (int block = 0; block < blocks; block++) {
            xs[knots] = xs[block] + xs[block] / outcomes[block];
            ys[knots] = ys[block] + prior;
            outcomes[knots] = outcomes[block] + 1;
            knots++;
            pool();
        }
        for (int k = 0; k < knots; k++) {
            xs[k] /= outcomes[k];
            ys[k] = share(k);
        }
    }

    private int firstAbove(double probability) {
        int from = 0;
        int to = knots;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (xs[middle] <= probability) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double probability(double outcome) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(outcome) & -2L);
    }

    /// @return how many different shares so many outcomes can have side by side, smallest
    ///   denominators first
    static int mostShares(int outcomes) {
        int shares = 0;
        int left = outcomes;
        for (int denominator = 1; left >= denominator; denominator++) {
            for (int hits = 0; hits <= denominator && left >= denominator; hits++) {
                if (areCoprime(hits, denominator)) {
                    shares++;
                    left -= denominator;
                }
            }
        }
        return shares;
    }

    private static boolean areCoprime(int one, int other) {
        int greater = one;
        int smaller = other;
        while (smaller != 0) {
            int rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater == 1;
    }

    /// Layout: how many knots, of each the probability and the share of hits; what an unused one
    /// holds is 0.
    @Override
    public void save(StateOutput out) {
        out.putInt(knots);
        for (int k = 0; k < xs.length; k++) {
            out.putDouble(k < knots ? xs[k] : 0);
            out.putDouble(k < knots ? ys[k] : 0);
        }
    }

    @Override
    public void restore(StateInput in) {
        knots = in.getCount(xs.length - 1);
        for (int k = 0; k < xs.length; k++) {
            xs[k] = in.getDouble();
            ys[k] = in.getDouble();
            boolean follows = k == 0 || k >= knots || ys[k] > ys[k - 1];
            if (!(xs[k] >= 0 && xs[k] <= 1 && ys[k] >= 0 && ys[k] <= 1 && follows)) {
                throw new StateFormatException(
                        "knots must rise and be from 0 to 1, was %s at %s".formatted(ys[k], xs[k]));
            }
        }
    }
}

package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Weighted counts and sums over outcomes, from which measures are made.
///
/// ```
/// every quantity q:   q <- factor q + (what this outcome adds)
/// ```
///
/// With a factor of 1 the counts are whole numbers, exact up to 2^53, and the sums of losses are
/// compensated. With a smaller factor old rounding errors fade with what they belong to. Rounding
/// is monotonic, so hits never exceed their weight and no share exceeds 1.
final class Tally {

    /// A class that has faded to less than this weight no longer counts as having occurred; without
    /// a limit its weight would end among the subnormal numbers and stop falling.
    private static final double FORGOTTEN = 0x1p-100;

    private final double factor;

    /// By class: the weight of its outcomes, and of those predicted correctly.
    private final double[] weights;

    private final double[] hits;

    /// Two sums of losses, each with what rounding has cut off it so far (Kahan, Babuska,
    /// Neumaier).
    private final double[] losses = new double[4];

    Tally(int classCount, double factor) {
        this.factor = factor;
        weights = new double[classCount];
        hits = new double[classCount];
    }

    void update(boolean hit, int label, double logLoss, double brierScore) {
        if (factor < 1) {
            fade();
        }
        weights[label] += 1;
        hits[label] += hit ? 1 : 0;
        add(0, logLoss);
        add(2, brierScore);
    }

    private void fade() {
        for (int c = 0; c < weights.length; c++) {
            double weight = weights[c] * factor;
            boolean kept = weight >= FORGOTTEN;
            weights[c] = kept ? weight : 0;
            hits[c] = kept ? hits[c] * factor : 0;
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] *= factor;
        }
    }

    private void add(int at, double term) {
        double sum = losses[at] + term;
        boolean termIsSmaller = losses[at] >= term;
        losses[at + 1] += termIsSmaller ? (losses[at] - sum) + term : (term - sum) + losses[at];
        losses[at] = sum;
    }

    double weight(int label) {
        return weights[label];
    }

    Measures measures() {
        double weight = 0;
        double hit = 0;
        double recalls = 0;
        int occurred = 0;
        for (int c = 0; c < weights.length; c++) {
            weight += weights[c];
            hit += hits[c];
            if (weights[c] > 0) {
                recalls += hits[c] / weights[c];
                occurred++;
            }
        }
        return new Measures(
                hit / weight,
                recalls / occurred,
                (losses[0] + losses[1]) / weight,
                (losses[2] + losses[3]) / weight);
    }

    void save(StateOutput out) {
        out.putDoubles(weights);
        out.putDoubles(hits);
        out.putDoubles(losses);
    }

    void restore(StateInput in) {
        in.getDoubles(weights);
        in.getDoubles(hits);
        in.getDoubles(losses);
        for (int c = 0; c < weights.length; c++) {
            if (!(hits[c] >= 0 && hits[c] <= weights[c] && Double.isFinite(weights[c]))) {
                throw new StateFormatException(
                        "hits of a class must be from 0 to its weight %s, were %s"
                                .formatted(weights[c], hits[c]));
            }
        }
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                throw new StateFormatException("a sum of losses must be finite, was " + loss);
            }
        }
    }
}

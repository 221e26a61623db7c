package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Whether a forecaster that is sure to so many per cent is right in as many: reliability bins and
/// the expected calibration error.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the probability given to the class predicted, and whether that class came true |
/// | output | [#expectedError], 0 to 1; per bin its weight, mean confidence and accuracy |
/// | warm-up | none: of nothing everything is 0 |
/// | state | `4 BINS + 1` doubles; O(1) time, no allocation per update |
///
/// ```
/// bin b      confidences from b / 10 to (b + 1) / 10; the upper end belongs to the next bin, 1 to the last
/// ECE        sum over bins of (weight / weight of all) |mean confidence - accuracy|
/// ```
///
/// Not thread-safe: owned by one stream task.
///
/// Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, _Obtaining Well Calibrated Probabilities
/// Using Bayesian Binning_, AAAI 2015.
public final class Calibration implements Stateful {

    /// How many bins there are, all of the same width.
    public static final int BINS = 10;

    /// How far beside its range a probability may lie that was rounded.
    private static final double ROUNDING = 1e-12;

    private final FadingSums bins;

    private Calibration(double halfLife) {
        bins = new FadingSums(2 * BINS, BINS, halfLife);
    }

    /// A calibration of no outcomes in which every one counts the same.
    public static Calibration allTime() {
        return new Calibration(FadingSums.ALL_TIME);
    }

    /// A calibration of no outcomes in which older ones count less.
    ///
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9
    /// @throws IllegalArgumentException when it is out of range
    public static Calibration fading(double halfLife) {
        return new Calibration(halfLife);
    }

    /// Counts one outcome.
    ///
    /// @param confidence the probability given to the class predicted, from 0 to 1; up to 1e-12
    ///   beyond counts as the end
    /// @param hit whether that class came true
    /// @throws IllegalArgumentException when the confidence is no probability
    public void update(double confidence, boolean hit) {
        if (!isProbability(confidence)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1, was " + confidence);
        }
        double probability = Math.clamp(confidence, 0, 1);
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        bins.next();
        bins.count(bin);
        if (hit) {
            bins.count(BINS + bin);
        }
        bins.add(bin, probability);
    }

    /// @return mean over outcomes of the distance between their bin's confidence and accuracy, 0 to
    ///   1
    public double expectedError() {
        double total = 0;
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            total += bins.countOf(bin);
            error += Math.abs(bins.sumOf(bin) - bins.countOf(BINS + bin));
        }
        return total > 0 ? error / total : 0;
    }

    /// @param bin from 0 to 9
    /// @return how many outcomes are in it; fading, their weight, 1 for the latest
    /// @throws IllegalArgumentException when there is no such bin
    public double weight(int bin) {
        return bins.countOf(checked(bin));
    }

    /// @param bin from 0 to 9
    /// @return mean confidence of its outcomes, 0 to 1; 0 when there are none
    /// @throws IllegalArgumentException when there is no such bin
    public double confidence(int bin) {
        double weight = weight(bin);
        return weight > 0 ? bins.sumOf(bin) / weight : 0;
    }

    /// @param bin from 0 to 9
    /// @return share of its outcomes that were hits, 0 to 1; 0 when there are none
    /// @throws IllegalArgumentException when there is no such bin
    public double accuracy(int bin) {
        double weight = weight(bin);
        return weight > 0 ? bins.countOf(BINS + bin) / weight : 0;
    }

    static boolean isProbability(double value) {
        return value >= -ROUNDING && value <= 1 + ROUNDING;
    }

    private static int checked(int bin) {
        if (bin < 0 || bin >= BINS) {
            throw new IllegalArgumentException("bin must be from 0 to 9, was " + bin);
        }
        return bin;
    }

    /// Layout: the unit of weights, weights by bin, weights of hits by bin, sums of confidences.
    @Override
    public void save(StateOutput out) {
        bins.save(out);
    }

    @Override
    public void restore(StateInput in) {
        bins.restore(in);
    }
}

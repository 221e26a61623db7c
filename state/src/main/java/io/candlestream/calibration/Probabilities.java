package io.candlestream.calibration;

import io.candlestream.label.Labels;
import io.candlestream.model.Exponential;

/// What calibrators have in common: reading probabilities safely, and making parts of one again.
final class Probabilities {

    /// More probabilities than this need not sum to one within 1e-12.
    private static final int MOST_CLASSES = 1_000;

    /// How far beside its range a probability may lie that was rounded.
    private static final double ROUNDING = 1e-12;

    private Probabilities() {}

    /// @return the count
    /// @throws IllegalArgumentException when it is not from 2 to 1,000
    static int checkedClassCount(int classCount) {
        if (classCount < 2 || classCount > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "class count must be from 2 to %d, was %d".formatted(MOST_CLASSES, classCount));
        }
        return classCount;
    }

    /// @throws IllegalArgumentException when one of the arrays does not hold a number a class
    static void checkLengths(double[] raw, double[] calibrated, int classCount) {
        Labels.checkProbabilities(raw, classCount);
        Labels.checkProbabilities(calibrated, classCount);
    }

    /// @throws IllegalArgumentException when there is not a number a class, or the label is none
    static void checkOutcome(double[] raw, int label, int classCount) {
        Labels.checkProbabilities(raw, classCount);
        Labels.check("label", label, classCount);
    }

    /// @return the probability, from 0 to 1
    /// @throws IllegalArgumentException when it is no probability
    static double checked(double probability) {
        if (!(probability >= -ROUNDING && probability <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "probability must be from 0 to 1, was " + probability);
        }
        return Math.clamp(probability, 0, 1);
    }

    /// @return the probability, from [Calibrator#FLOOR] to 1
    /// @throws IllegalArgumentException when it is no probability
    static double floored(double probability) {
        return Math.max(checked(probability), Calibrator.FLOOR);
    }

    /// Writes the logarithm of every probability, from -20.8 to 0.
    ///
    /// @throws IllegalArgumentException when a number is no probability
    static void putLogs(double[] raw, double[] logs) {
        for (int c = 0; c < raw.length; c++) {
            logs[c] = Exponential.log(floored(raw[c]));
        }
    }

    /// Replaces finite scores by probabilities: their exponentials as parts of one.
    static void fromScores(double[] scores) {
        double max = scores[0];
        for (int c = 1; c < scores.length; c++) {
            max = Math.max(max, scores[c]);
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Exponential.exp(scores[c] - max);
        }
        fromParts(scores);
    }

    /// Replaces parts, at least 0 and not all of them, by probabilities of at least the floor.
    static void fromParts(double[] parts) {
        double sum = 0;
        double least = Double.MAX_VALUE;
        for (int c = 0; c < parts.length; c++) {
            sum += parts[c];
            least = Math.min(least, parts[c]);
        }
        boolean low = least < Calibrator.FLOOR * sum;
        double added = low ? Calibrator.FLOOR : 0;
        double kept = 1 - parts.length * added;
        for (int c = 0; c < parts.length; c++) {
            parts[c] = kept * (parts[c] / sum) + added;
        }
    }
}

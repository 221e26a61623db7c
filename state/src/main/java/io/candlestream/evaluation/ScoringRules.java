package io.candlestream.evaluation;

import io.candlestream.model.Exponential;

/// The two proper scoring rules by which every outcome is judged: smaller is better, and stating
/// one's true belief is the best one can do.
///
/// Source: T. Gneiting and A. E. Raftery, _Strictly Proper Scoring Rules, Prediction, and
/// Estimation_, JASA 102, 2007.
public final class ScoringRules {

    /// The least probability the log loss takes as it is; it bounds the loss of one outcome by
    /// about 34.54.
    public static final double PROBABILITY_FLOOR = 1e-15;

    private ScoringRules() {}

    /// Minus the natural logarithm of the probability given to the label.
    ///
    /// @param probabilityOfLabel in `[0, 1]`; taken as [#PROBABILITY_FLOOR] where it is smaller
    /// @return nats, at least 0
    public static double logLoss(double probabilityOfLabel) {
        if (probabilityOfLabel >= 1) {
            return 0;
        }
        return -Exponential.log(
                probabilityOfLabel < PROBABILITY_FLOOR ? PROBABILITY_FLOOR : probabilityOfLabel);
    }

    /// The squared error of the probabilities, summed over the classes.
    ///
    /// @param probabilities one a class, summing to one
    /// @param label index of the class that came true
    /// @return from 0 to 2
    public static double brierScore(double[] probabilities, int label) {
        double sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double error = probabilities[c] - (c == label ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }
}

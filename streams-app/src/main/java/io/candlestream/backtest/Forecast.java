package io.candlestream.backtest;

import io.candlestream.learner.Learner;
import io.candlestream.learner.Prediction;
import io.candlestream.learner.Role;
import io.candlestream.learner.Step;

/// What the models of a learner predicted at one close of a test window, and which was champion.
final class Forecast {

    private final int champion;
    private final boolean isUsable;
    private final int[] predicted;
    private final double[][] probabilities;

    /// Copies what a step predicted.
    Forecast(Learner learner, Step step) {
        int models = learner.config().models().size();
        int classes = learner.config().label().classNames().size();
        predicted = new int[models];
        probabilities = new double[models][classes];
        int best = 0;
        for (int m = 0; m < models; m++) {
            Prediction prediction = step.prediction(m);
            predicted[m] = prediction.predicted();
            for (int c = 0; c < classes; c++) {
                probabilities[m][c] = prediction.probability(c);
            }
            best = learner.role(m) == Role.CHALLENGER ? best : m;
        }
        champion = best;
        isUsable = learner.role(best) == Role.CHAMPION;
    }

    int champion() {
        return champion;
    }

    /// @return whether the champion is good enough to be used
    boolean isUsable() {
        return isUsable;
    }

    int predicted(int model) {
        return predicted[model];
    }

    /// @return one a class, not to be changed
    double[] probabilities(int model) {
        return probabilities[model];
    }
}

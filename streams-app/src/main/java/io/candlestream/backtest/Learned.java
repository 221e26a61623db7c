package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.learner.Learner;
import io.candlestream.learner.Step;

/// Tells a listener what a learner learned, by the models' own count and not by what was meant.
final class Learned {

    private Learned() {}

    /// Gives a candle to a learner.
    ///
    /// @return the step it caused
    static Step take(Learner learner, Candle candle, int fold, WalkForwardListener listener) {
        long before = count(learner);
        Step step = learner.onCandle(candle);
        // A model that drift began anew has learned less than before.
        if (step.hasOutcome() && count(learner) != before) {
            listener.onLearned(fold, step.outcome().openTimeMs(), candle.closeTimeMs());
        }
        return step;
    }

    private static long count(Learner learner) {
        long count = 0;
        for (int m = 0; m < learner.config().models().size(); m++) {
            count += learner.model(m).learnedCount();
        }
        return count;
    }
}

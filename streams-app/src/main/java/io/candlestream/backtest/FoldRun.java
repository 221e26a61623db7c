package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Verdict;
import io.candlestream.evaluation.Fold;
import io.candlestream.learner.Learner;
import io.candlestream.learner.Step;
import io.candlestream.model.LinearModel;
import java.util.ArrayList;
import java.util.List;

/// One fold: a learner that learns in the training window and predicts in the test window.
///
/// ```
/// row's label becomes known   in the training window and not purged   learn
///                             row in the test window, --online        learn
///                             any other                               score only
/// ```
///
/// Not thread-safe: owned by one task at a time.
final class FoldRun {

    private final Fold fold;
    private final Place place;
    private final Learner learner;
    private final boolean isOnline;
    private final WalkForwardListener listener;
    private final List<Forecast> forecasts = new ArrayList<>();
    private int skipped;
    private boolean isDone;
    private long trainedCount;

    /// A run that goes on from a learner's state.
    ///
    /// @param learner of the run alone
    /// @param skipped candles of the next batch that are in that state already
    FoldRun(
            Fold fold,
            Place place,
            Learner learner,
            boolean isOnline,
            WalkForwardListener listener,
            int skipped) {
        this.fold = fold;
        this.place = place;
        this.learner = learner;
        this.isOnline = isOnline;
        this.listener = listener;
        this.skipped = skipped;
        trainedCount = learner.model(0).learnedCount();
    }

    /// Takes the next candles.
    void take(List<Candle> batch) {
        for (Candle candle : batch.subList(skipped, batch.size())) {
            if (!isDone && learner.gate().accepts(candle)) {
                take(candle);
            }
        }
        skipped = 0;
    }

    private void take(Candle candle) {
        long position = place.ofNext(learner, candle);
        if (position >= fold.testTo()) {
            isDone = true;
            return;
        }
        if (learns(position)) {
            learner.thaw();
        } else {
            learner.freeze();
        }
        Step step = Learned.take(learner, candle, fold.number(), listener);
        if (fold.tests(position)) {
            forecasts.add(new Forecast(learner, step));
        } else {
            trainedCount = learner.model(0).learnedCount();
        }
    }

    /// @param position of the candle with whose close the oldest waiting label is known
    private boolean learns(long position) {
        if (!learner.pending().isDue(learner.gate().count(Verdict.ACCEPTED) + 1)) {
            return false;
        }
        long row = place.ofOldest(learner);
        return fold.trainsOn(row, position) || (isOnline && fold.tests(row));
    }

    Fold fold() {
        return fold;
    }

    /// @return whether a candle came that is behind the test window
    boolean isDone() {
        return isDone;
    }

    /// @return one a candle of the test window
    List<Forecast> forecasts() {
        return forecasts;
    }

    /// @return labels that the first model had learned from when the test window began
    long trainedCount() {
        return trainedCount;
    }

    /// The coefficients' mean magnitude over the classes, of every linear model.
    ///
    /// @return one array a model, one number a feature; empty where the model is not linear
    List<double[]> magnitudes() {
        List<double[]> all = new ArrayList<>();
        int classes = learner.config().label().classNames().size();
        for (int m = 0; m < learner.config().models().size(); m++) {
            all.add(
                    learner.model(m) instanceof LinearModel model
                            ? magnitudes(model, classes)
                            : new double[0]);
        }
        return all;
    }

    private static double[] magnitudes(LinearModel model, int classes) {
        double[] means = new double[model.featureCount()];
        for (int j = 0; j < means.length; j++) {
            for (int c = 0; c < classes; c++) {
                means[j] += Math.abs(model.coefficient(c, j)) / classes;
            }
        }
        return means;
    }
}

package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.Fold;
import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.WalkForwardPlan;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one pass over all of history from which folds fork with all their features warm.
///
/// Where training windows roll, its models are frozen from the start and a fold forks where its
/// training window begins. Where they are anchored, it learns, and a fold forks where the first
/// label is purged: up to there all folds are one. A fork takes up the bytes of the trunk's state.
///
/// It also knows what does not depend on a model: the labels, and the baselines.
///
/// Not thread-safe: owned by one task at a time.
final class Trunk {

    private final WalkForwardConfig config;
    private final WalkForwardListener listener;
    private final Learner learner;
    private final int classCount;
    private final List<Baseline> baselines;
    private final Deque<TestRow> unlabelled = new ArrayDeque<>();
    private final List<TestRow> newRows = new ArrayList<>();
    private final List<FoldRun> forks = new ArrayList<>();
    private @Nullable Place place;
    private int forkCount;
    private long lastCloseMs;

    Trunk(
            Series series,
            LearnerConfig learnerConfig,
            WalkForwardConfig config,
            WalkForwardListener listener) {
        this.config = config;
        this.listener = listener;
        learner = new Learner(series, learnerConfig);
        classCount = learnerConfig.label().classNames().size();
        baselines = List.of(new MajorityClass(classCount), new LastClass(classCount));
        if (!config.plan().isAnchored()) {
            learner.freeze();
        }
    }

    /// Takes the next candles.
    void take(List<Candle> batch) {
        for (int i = 0; i < batch.size(); i++) {
            Candle candle = batch.get(i);
            if (place != null && learner.gate().accepts(candle)) {
                fork(place, place.ofNext(learner, candle), i);
            }
            Step step = Learned.take(learner, candle, WalkForwardListener.SHARED, listener);
            if (step.verdict() == Verdict.ACCEPTED) {
                lastCloseMs = candle.closeTimeMs();
                look(candle, step);
            }
        }
    }

    /// Begins the folds that have in common with the trunk all but what is to come.
    private void fork(Place from, long position, int skipped) {
        for (Fold next = next(); position > lastShared(next); next = next()) {
            StateOutput out = new StateOutput();
            learner.save(out);
            var forked = new Learner(learner.series(), learner.config());
            forked.restore(new StateInput(out.toByteArray()));
            forks.add(new FoldRun(next, from, forked, config.isOnline(), listener, skipped));
            listener.onFork(next.number());
            forkCount++;
        }
    }

    private Fold next() {
        return config.plan().fold(forkCount);
    }

    private long lastShared(Fold fold) {
        return config.plan().isAnchored() ? fold.testFrom() - fold.embargo() - 1 : fold.trainFrom();
    }

    private void look(Candle candle, Step step) {
        if (step.hasOutcome()) {
            int label = step.outcome().label();
            baselines.forEach(baseline -> baseline.learn(label));
            TestRow oldest = unlabelled.peek();
            if (oldest != null && oldest.candle().openTimeMs() == step.outcome().openTimeMs()) {
                unlabelled.remove().label(label);
            }
        }
        if (step.hasPrediction()) {
            Place from = place == null ? begin(candle) : place;
            long position = from.of(learner.gate().count(Verdict.ACCEPTED), candle.openTimeMs());
            if (position >= config.plan().fold(0).testFrom()) {
                TestRow row = new TestRow(candle, position, baselines, classCount);
                unlabelled.add(row);
                newRows.add(row);
            }
        }
    }

    private Place begin(Candle candle) {
        long number = learner.gate().count(Verdict.ACCEPTED);
        Place begun = new Place(config.plan().unit(), number, candle.openTimeMs());
        place = begun;
        return begun;
    }

    /// @return the folds that began since this was last asked
    List<FoldRun> takeForks() {
        List<FoldRun> taken = List.copyOf(forks);
        forks.clear();
        return taken;
    }

    /// @return the rows behind the first training window since this was last asked
    List<TestRow> takeRows() {
        List<TestRow> taken = List.copyOf(newRows);
        newRows.clear();
        return taken;
    }

    /// @return how many folds have their whole test window behind them
    int foldCount() {
        return config.plan().foldCount(end());
    }

    private long end() {
        return place == null
                ? 0
                : place.of(learner.gate().count(Verdict.ACCEPTED) + 1, lastCloseMs);
    }

    /// @return position behind the last row whose label is known, from the first test window on
    boolean isLabelledUntil(long position) {
        TestRow oldest = unlabelled.peek();
        return oldest == null || oldest.position() >= position;
    }

    Learner learner() {
        return learner;
    }

    /// Says that there is no fold, and what there would have to be.
    BacktestException tooShort() {
        WalkForwardPlan plan = config.plan();
        int warmUp = learner.firstOutcomeAt() - learner.config().label().horizon() - 1;
        String warm = warmUp + " candles to warm up and " + plan.shortest();
        return new BacktestException(
                switch (plan.unit()) {
                    case CANDLES ->
                            "%s: must have %d candles for one fold (%s to train and test), has %d"
                                    .formatted(
                                            learner.series(),
                                            warmUp + plan.shortest().length(),
                                            warm,
                                            learner.gate().count(Verdict.ACCEPTED));
                    case TIME ->
                            "%s: must have %s to train and test (%d candles), has %d candles"
                                    .formatted(
                                            learner.series(),
                                            warm,
                                            warmUp
                                                    + Math.ceilDiv(
                                                            plan.shortest().length(),
                                                            learner.series()
                                                                    .interval()
                                                                    .durationMs()),
                                            learner.gate().count(Verdict.ACCEPTED));
                });
    }
}

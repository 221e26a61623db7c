package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.LearnerConfig;
import java.util.ArrayList;
import java.util.List;

/// A learner trained on what was and tested on what came then, again and again through history.
///
/// ```
/// candles, in batches -> Trunk     one pass over all of them: warm features, labels, baselines
///                          | forks where a fold begins to differ
///                          v
///                        FoldRun   learns in its training window, predicts in its test window
///                          | forecasts, in the order of the folds
///                          v
///                        OutOfSample   one account over all test windows -> WalkForwardResult
/// ```
///
/// Every learner is the one that runs live, driven candle by candle. Folds and trunk have nothing
/// in common while they run, so any number of threads gives the same result. The source is read
/// once; candles are kept from the oldest test window that is not accounted for.
///
/// Not thread-safe.
public final class WalkForward {

    private static final int BATCH = 2_048;

    private final Series series;
    private final LearnerConfig learner;
    private final WalkForwardConfig config;
    private final WalkForwardListener listener;

    /// Checks that predictions can become positions, and labels mature within the windows.
    ///
    /// @throws BacktestException when they cannot
    public WalkForward(Series series, LearnerConfig learner, WalkForwardConfig config) {
        this(series, learner, config, WalkForwardListener.NONE);
    }

    /// The same, with somebody who listens.
    ///
    /// @throws BacktestException when predictions cannot become positions
    public WalkForward(
            Series series,
            LearnerConfig learner,
            WalkForwardConfig config,
            WalkForwardListener listener) {
        this.series = series;
        this.learner = learner;
        this.config = config;
        this.listener = listener;
        var _ = Direction.of(learner.label());
        try {
            config.plan().check(learner.label().horizon(), series.interval());
        } catch (IllegalArgumentException e) {
            throw new BacktestException("backtest: " + e.getMessage());
        }
    }

    /// Takes every candle of the source, once.
    ///
    /// @param threads how many folds run at a time, at least 1
    /// @throws BacktestException when there are too few candles for one fold
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be read on
    public WalkForwardResult run(CandleSource source, WalkForwardFiles files, int threads) {
        Trunk trunk = new Trunk(series, learner, config, listener);
        OutOfSample outOfSample = new OutOfSample(trunk.learner(), config, files, listener);
        try (Workers workers = new Workers(threads)) {
            List<FoldRun> running = new ArrayList<>();
            List<Candle> behind = List.of();
            List<Candle> batch = read(source);
            boolean isOver = false;
            while (!isOver) {
                isOver = batch.isEmpty();
                advance(workers, trunk, batch, running, behind);
                outOfSample.add(trunk.takeRows());
                account(outOfSample, trunk, running, isOver);
                running.addAll(trunk.takeForks());
                behind = batch;
                batch = isOver ? batch : read(source);
            }
            if (trunk.foldCount() == 0) {
                throw trunk.tooShort();
            }
            return outOfSample.finish(workers);
        }
    }

    private static List<Candle> read(CandleSource source) {
        List<Candle> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Candle candle = source.next();
            if (candle == null) {
                break;
            }
            batch.add(candle);
        }
        return batch;
    }

    /// The trunk is one batch ahead, so that forks begin in a batch that is still there.
    private static void advance(
            Workers workers,
            Trunk trunk,
            List<Candle> batch,
            List<FoldRun> running,
            List<Candle> behind) {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> trunk.take(batch));
        running.stream()
                .filter(run -> !run.isDone())
                .forEach(run -> tasks.add(() -> run.take(behind)));
        workers.run(tasks);
    }

    private static void account(
            OutOfSample outOfSample, Trunk trunk, List<FoldRun> running, boolean isOver) {
        while (!running.isEmpty() && isRipe(running.getFirst(), trunk, isOver)) {
            outOfSample.take(running.removeFirst());
        }
    }

    private static boolean isRipe(FoldRun run, Trunk trunk, boolean isOver) {
        boolean isWhole = run.isDone() || (isOver && run.fold().number() < trunk.foldCount());
        return isWhole && (isOver || trunk.isLabelledUntil(run.fold().testTo()));
    }
}

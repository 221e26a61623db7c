package io.candlestream.audit;

import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.evaluation.Fold;
import io.candlestream.evaluation.Span;
import io.candlestream.evaluation.WalkForwardPlan;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import java.util.Arrays;
import java.util.List;

/// Where candles are in a plan, worked out from candles, plan and horizon alone.
final class Timeline {

    private final WalkForwardPlan plan;
    private final boolean isOnline;
    private final int horizon;
    private final long intervalMs;
    private final long[] openTimesMs;
    private final int origin;

    /// @param candles of the series; those that a gate refuses do not count
    Timeline(Series series, LearnerConfig learner, WalkForwardConfig config, List<Candle> candles) {
        plan = config.plan();
        isOnline = config.isOnline();
        horizon = learner.label().horizon();
        intervalMs = series.interval().durationMs();
        CandleGate gate = new CandleGate(series, learner.calendar());
        List<Candle> accepted =
                candles.stream().filter(c -> gate.check(c) == Verdict.ACCEPTED).toList();
        openTimesMs = accepted.stream().mapToLong(Candle::openTimeMs).toArray();
        origin = firstPredicted(new Learner(series, learner), accepted);
    }

    private static int firstPredicted(Learner learner, List<Candle> accepted) {
        learner.freeze();
        int i = 0;
        while (i < accepted.size() && !learner.onCandle(accepted.get(i)).hasPrediction()) {
            i++;
        }
        return i;
    }

    /// @return how many folds have their whole test window in it
    int foldCount() {
        if (origin == openTimesMs.length) {
            return 0;
        }
        int last = openTimesMs.length - 1;
        // Behind the last candle: one candle on, or where it closed.
        return plan.foldCount(position(last) + (isTime() ? intervalMs : 1));
    }

    Fold fold(int number) {
        return plan.fold(number);
    }

    /// @return the first candle at a position or behind it; their number where there is none
    int at(long position) {
        if (!isTime()) {
            return (int) Math.min(openTimesMs.length, origin + position);
        }
        int found = Arrays.binarySearch(openTimesMs, openTimesMs[origin] + position);
        return found < 0 ? -found - 1 : found;
    }

    /// @return the candle that opened then, or -1
    int indexOf(long openTimeMs) {
        return Math.max(-1, Arrays.binarySearch(openTimesMs, openTimeMs));
    }

    long openTimeMs(int index) {
        return openTimesMs[index];
    }

    /// @return close time of the candle at whose close the label of a row is known, or -1
    long knownMs(int row) {
        int known = row + horizon;
        return known < openTimesMs.length ? openTimesMs[known] + intervalMs : -1;
    }

    /// Tells whether a fold may learn from a row: its label is known before the test window, or
    /// both are in it and the models learn there.
    boolean mayLearn(Fold fold, int row) {
        int known = row + horizon;
        if (row < origin || known >= openTimesMs.length) {
            return false;
        }
        long from = position(row);
        long to = position(known);
        boolean isBefore = from >= fold.trainFrom() && to + fold.embargo() < fold.testFrom();
        boolean isWithin = from >= fold.testFrom() && to < fold.testTo();
        return isBefore || (isOnline && isWithin);
    }

    private long position(int index) {
        return isTime() ? openTimesMs[index] - openTimesMs[origin] : index - origin;
    }

    private boolean isTime() {
        return plan.unit() == Span.Unit.TIME;
    }
}

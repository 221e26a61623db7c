package io.candlestream.backtest;

import io.candlestream.account.CostBreakdown;
import io.candlestream.account.PerformanceMetrics;
import io.candlestream.candle.Series;
import io.candlestream.learner.LearnerConfig;
import java.util.Comparator;
import java.util.List;

/// What became of walking forward over the candles of one series.
///
/// @param series what was traded
/// @param learner what predicted
/// @param periodsAYear candles a year
/// @param fromMs open time of the first candle of the first test window, UTC epoch milliseconds
/// @param toMs close time of the last candle of the last one
/// @param candleCount candles that the account was marked at
/// @param refusedCount candles that the gate refused
/// @param metrics of the strategy
/// @param costs of the strategy, from gross to net
/// @param baselines buy and hold, always flat, majority class, persistence
/// @param outcomeCount predictions in test windows whose label became known
/// @param predictions champion, models and baselines; none where no label became known
/// @param folds in their order
/// @param importance of features in linear models, by model and the greatest first
/// @param significance how sure it is that it is not luck
public record WalkForwardResult(
        Series series,
        LearnerConfig learner,
        double periodsAYear,
        long fromMs,
        long toMs,
        long candleCount,
        long refusedCount,
        PerformanceMetrics metrics,
        CostBreakdown costs,
        List<Contestant> baselines,
        long outcomeCount,
        List<PredictionResult> predictions,
        List<FoldResult> folds,
        List<ImportanceResult> importance,
        Significance significance) {

    /// Copies the lists.
    public WalkForwardResult {
        baselines = List.copyOf(baselines);
        predictions = List.copyOf(predictions);
        folds = List.copyOf(folds);
        importance = List.copyOf(importance);
    }

    /// @return the baseline of the greatest total return
    public Contestant bestBaseline() {
        return baselines.stream()
                .max(Comparator.comparingDouble(baseline -> baseline.metrics().totalReturn()))
                .orElseThrow();
    }
}

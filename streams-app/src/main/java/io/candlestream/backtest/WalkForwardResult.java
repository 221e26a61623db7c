package io.candlestream.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.CostBreakdown;
import io.candlestream.account.PerformanceMetrics;
import io.candlestream.candle.Series;
import io.candlestream.learner.LearnerConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
/// @param history what a page draws, as [io.candlestream.report.AccountHistory] and, under
///   `forecasts`, [io.candlestream.report.ForecastHistory] give it
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
        Significance significance,
        ObjectNode history) {

    private static final double SURE = 0.05;

    /// Copies the lists.
    public WalkForwardResult {
        baselines = List.copyOf(baselines);
        predictions = List.copyOf(predictions);
        folds = List.copyOf(folds);
        importance = List.copyOf(importance);
    }

    /// What it amounts to, in one sentence.
    public String verdict() {
        Contestant best = bestBaseline();
        double difference = metrics.totalReturn() - best.metrics().totalReturn();
        return String.format(
                Locale.ROOT,
                "%s: %,d candles out of sample in %d folds; after costs the strategy returned"
                        + " %.2f %%, %.2f points %s than %s, the best baseline (%s): %s.",
                series,
                candleCount,
                folds.size(),
                100 * metrics.totalReturn(),
                100 * Math.abs(difference),
                difference > 0 ? "more" : "less",
                best.name(),
                Double.isNaN(significance.pValue())
                        ? "too few candles for a p-value"
                        : String.format(Locale.ROOT, "p = %.3f", significance.pValue()),
                judged());
    }

    private String judged() {
        if (metrics.tradeCount() == 0) {
            return "it never traded, which shows nothing";
        }
        boolean isSure = significance.pValue() < SURE && significance.randomPValue() < SURE;
        return isSure
                ? "more than luck explains in this one run, which is no promise"
                : "no evidence of skill";
    }

    /// @return the baseline of the greatest total return
    public Contestant bestBaseline() {
        return baselines.stream()
                .max(Comparator.comparingDouble(baseline -> baseline.metrics().totalReturn()))
                .orElseThrow();
    }
}

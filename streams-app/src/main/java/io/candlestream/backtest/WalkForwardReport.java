package io.candlestream.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.SharpeEvidence;
import io.candlestream.evaluation.Measures;
import io.candlestream.evaluation.WalkForwardPlan;
import io.candlestream.trial.Trials;
import java.nio.file.Path;
import java.util.List;

/// What `report.json` and `feature_importance.json` say of a walk forward. Nothing in them depends
/// on the machine, the time of the run or the number of threads.
///
/// With one instrument its figures are at the top; with several, each is under `accounts`. A figure
/// that has no value is null. Shares are in percent where their name ends in `_pct`, and from 0 to
/// 1 otherwise; times are UTC epoch milliseconds.
///
/// @param config how it was made
/// @param data the files of candles
/// @param results one an instrument
/// @param trials on the same data, up to this one
public record WalkForwardReport(
        WalkForwardConfig config, List<Path> data, List<WalkForwardResult> results, Trials trials) {

    /// Checks that there is a result.
    ///
    /// @throws IllegalArgumentException when there is none
    public WalkForwardReport {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("a report must be of an account, was of none");
        }
        data = List.copyOf(data);
        results = List.copyOf(results);
    }

    /// The report as JSON.
    public ObjectNode toJson() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("format", MetricsJson.FORMAT);
        if (results.size() == 1) {
            put(report, results.getFirst());
        } else {
            var accounts = report.putArray("accounts");
            results.forEach(result -> put(accounts.addObject(), result));
        }
        putConfig(report.putObject("config"));
        return report;
    }

    /// How much features weigh, as JSON.
    public ObjectNode importanceJson() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("measure", "mean over the folds of |coefficient|, averaged over the classes");
        var features = root.putArray("features");
        for (WalkForwardResult result : results) {
            for (ImportanceResult importance : result.importance()) {
                features.addObject()
                        .put("instrument", result.series().instrument().toString())
                        .put("model", importance.model())
                        .put("feature", importance.feature())
                        .put("importance", importance.mean())
                        .put("spread", importance.spread());
            }
        }
        return root;
    }

    /// What the page draws, one an account.
    public List<ObjectNode> histories() {
        return results.stream().map(WalkForwardResult::history).toList();
    }

    private void put(ObjectNode node, WalkForwardResult result) {
        node.put("instrument", result.series().instrument().toString())
                .put("interval", result.series().interval().toString())
                .put("calendar", result.learner().calendar().toString())
                .put("periods_a_year", result.periodsAYear())
                .put("from", result.fromMs())
                .put("to", result.toMs())
                .put("candle_count", result.candleCount())
                .put("refused_candle_count", result.refusedCount())
                .put("verdict", result.verdict());
        MetricsJson.put(node.putObject("metrics"), result.metrics());
        MetricsJson.put(node.putObject("costs"), result.costs());
        putPrediction(node.putObject("prediction"), result);
        ObjectNode baselines = node.putObject("baselines");
        for (Contestant baseline : result.baselines()) {
            MetricsJson.put(baselines.putObject(baseline.name()), baseline.metrics());
        }
        putSignificance(node.putObject("significance"), result);
        var folds = node.putArray("folds");
        result.folds().forEach(fold -> put(folds.addObject(), fold));
    }

    private static void putPrediction(ObjectNode node, WalkForwardResult result) {
        node.put("outcome_count", result.outcomeCount());
        ObjectNode forecasters = node.putObject("forecasters");
        for (PredictionResult prediction : result.predictions()) {
            MetricsJson.put(forecasters.putObject(prediction.name()), prediction.measures());
        }
    }

    private void putSignificance(ObjectNode node, WalkForwardResult result) {
        Significance significance = result.significance();
        node.put("resamples", significance.resampleCount());
        MetricsJson.put(node, "mean_block", significance.meanBlock());
        put(node.putObject("sharpe_ratio_95"), significance.sharpeRatio(), 1);
        put(node.putObject("total_return_pct_95"), significance.totalReturn(), 100);
        put(node.putObject("max_drawdown_pct_95"), significance.maxDrawdown(), 100);
        node.put("best_baseline", significance.bestBaseline());
        MetricsJson.put(node, "p_value_against_best_baseline", significance.pValue());
        ObjectNode random = node.putObject("random_trader");
        random.put("count", significance.randomTraderCount());
        MetricsJson.put(random, "median_return_pct", 100 * significance.randomMedian());
        MetricsJson.put(random, "upper_5_pct_return_pct", 100 * significance.randomUpper());
        MetricsJson.put(random, "p_value", significance.randomPValue());
        putDeflated(node, significance.sharpe(), result);
    }

    private void putDeflated(ObjectNode node, SharpeEvidence evidence, WalkForwardResult result) {
        double year = Math.sqrt(result.periodsAYear());
        double deviation = trials.deviation(result.series().toString());
        double luckiest = SharpeEvidence.luckiest(trials.count(), deviation);
        MetricsJson.put(node, "probabilistic_sharpe_ratio", evidence.probability());
        MetricsJson.put(node, "deflated_sharpe_ratio", evidence.probabilityAbove(luckiest));
        MetricsJson.put(node, "luckiest_sharpe_ratio", year * luckiest);
        MetricsJson.put(node, "trial_sharpe_deviation", year * deviation);
        node.put("trials", trials.count());
    }

    private static void put(ObjectNode node, Significance.Interval95 interval, double factor) {
        MetricsJson.put(node, "low", factor * interval.low());
        MetricsJson.put(node, "high", factor * interval.high());
    }

    private static void put(ObjectNode node, FoldResult fold) {
        node.put("fold", fold.number())
                .put("test_from", fold.testFromMs())
                .put("test_to", fold.testToMs())
                .put("candle_count", fold.candleCount())
                .put("trained_on", fold.trainedCount());
        Measures measures = fold.measures();
        if (measures == null) {
            node.putNull("prediction");
        } else {
            MetricsJson.put(node.putObject("prediction"), measures);
        }
        MetricsJson.put(node.putObject("metrics"), fold.metrics());
        MetricsJson.put(node.putObject("buy_and_hold"), fold.buyAndHold());
    }

    private void putConfig(ObjectNode node) {
        var files = node.putArray("data");
        data.forEach(file -> files.add(file.toString()));
        WalkForwardPlan plan = config.plan();
        node.put("learner", results.getFirst().learner().expression())
                .put("train", plan.train().toString())
                .put("test", plan.test().toString())
                .put("step", plan.step().toString())
                .put("purge", results.getFirst().learner().label().horizon())
                .put("embargo", plan.embargo().toString())
                .put("anchored", plan.isAnchored())
                .put("overlap", plan.mayOverlap())
                .put("online", config.isOnline())
                .put("buy", config.positions().buy())
                .put("sell", config.positions().sell())
                .put("hysteresis", config.positions().hysteresis())
                .put("min_holding", config.positions().minimumHolding())
                .put("size", config.positions().size().kind().toString())
                .put("size_cap", config.positions().size().cap())
                .put("kelly_fraction", config.positions().size().fraction())
                .put("kelly_payoff", config.positions().size().payoff())
                .put("seed", config.seed());
        MetricsJson.put(node, config.account());
    }
}

package io.candlestream.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.backtest.BacktestFolder;
import io.candlestream.backtest.EquityCsv;
import io.candlestream.backtest.ForecastsCsv;
import io.candlestream.backtest.Manifest;
import io.candlestream.backtest.TradesCsv;
import io.candlestream.backtest.WalkForward;
import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.backtest.WalkForwardFiles;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.candle.Series;
import io.candlestream.feature.ExpressionException;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.report.ReportPage;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.trial.Trial;
import io.candlestream.trial.TrialRegistry;
import io.candlestream.trial.Trials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// A walk forward over candle files, an instrument after the other, into a folder.
///
/// @param settings in effect
/// @param fileOptions how candle files are to be opened
/// @param threads folds that run at a time
/// @param registry where the run is counted as a trial
/// @param arguments of the whole command line
/// @param console told of rows and candles that were refused
record WalkForwardRun(
        Settings settings,
        CandleFileOptions fileOptions,
        int threads,
        TrialRegistry registry,
        List<String> arguments,
        Console console) {

    /// Say where results go and how they are made, and nothing of what they are.
    private static final Set<String> WITH_VALUE =
            Set.of("--out", "--threads", "--format", "--runs", "--sweep");

    private static final Set<String> FLAGS = Set.of("--overwrite", "--verbose");

    /// Makes sure that a run can begin.
    ///
    /// @throws UsageException when features read signals, or cannot be of one of the intervals
    /// @throws io.candlestream.backtest.BacktestException when predictions cannot become positions,
    ///   or labels not mature within the windows
    /// @throws io.candlestream.settings.SettingsException when lengths do not go together
    void check(Set<Series> all) {
        all.forEach(this::walk);
    }

    private WalkForward walk(Series series) {
        try {
            return new WalkForward(series, learners(settings).apply(series), config(settings));
        } catch (ExpressionException e) {
            throw new UsageException("learner.features: " + e.getMessage());
        }
    }

    /// @return the learners that a walk forward is made with
    /// @throws UsageException when their features read signals
    static ConfiguredLearners learners(Settings settings) {
        var learners = new ConfiguredLearners(settings);
        if (!learners.signals().isEmpty()) {
            throw new UsageException(
                    "learner.features must read no signal here, read "
                            + String.join(", ", learners.signals().names()));
        }
        return learners;
    }

    /// @return how a walk forward is made, but for its learner
    static WalkForwardConfig config(Settings settings) {
        return new WalkForwardConfig(
                settings.backtest().plan(),
                settings.backtest().online(),
                settings.backtest().positions(),
                settings.backtest().account(),
                settings.backtest().seed());
    }

    /// @throws UsageException when features read signals, or cannot be of one of the intervals
    WalkForwardReport into(BacktestFolder folder, SequencedMap<Series, List<CandleFile>> bySeries) {
        check(bySeries.keySet());
        List<String> classes = new ConfiguredLearners(settings).label().classNames();
        List<WalkForwardResult> results = new ArrayList<>();
        List<Path> data =
                CandleFileOptions.paths(bySeries.values().stream().flatMap(List::stream).toList());
        try (TradesCsv trades = new TradesCsv(folder.trades());
                ForecastsCsv predictions = new ForecastsCsv(folder.predictions(), classes)) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                Series series = entry.getKey();
                Path curve = folder.equityCurve(series, bySeries.size() == 1);
                try (CandleSource source = fileOptions.open(entry.getValue(), console);
                        EquityCsv equity = new EquityCsv(curve)) {
                    var files = new WalkForwardFiles(equity, trades, predictions);
                    results.add(walk(series).run(source, files, threads));
                    folder.dropReport();
                    equity.finish();
                }
            }
            trades.finish();
            predictions.finish();
        }
        ObjectNode manifest = new Manifest(version(), deciding(arguments), data, settings).toJson();
        var report =
                new WalkForwardReport(
                        config(settings), data, results, counted(manifest, results, folder));
        ObjectNode importance = report.importanceJson();
        ObjectNode json = report.toJson();
        folder.writeImportance(importance);
        folder.writeManifest(manifest);
        folder.writePage(new ReportPage(json, importance, manifest, report.histories()).toHtml());
        folder.writeReport(json);
        return report;
    }

    private Trials counted(
            ObjectNode manifest, List<WalkForwardResult> results, BacktestFolder folder) {
        SequencedMap<String, Double> ratios = new LinkedHashMap<>();
        results.forEach(result ->
                ratios.put(
                        result.series().toString(), result.significance().sharpe().sharpeRatio()));
        return registry.count(Trial.of(manifest, ratios), folder.name());
    }

    static String version() {
        return new Main.Version().getVersion()[0];
    }

    /// @return the arguments that decide the result
    static List<String> deciding(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        boolean isValue = false;
        for (String argument : arguments) {
            String name = argument.substring(0, (argument + '=').indexOf('='));
            if (!isValue && !FLAGS.contains(name) && !WITH_VALUE.contains(name)) {
                kept.add(argument);
            }
            isValue = !isValue && WITH_VALUE.contains(argument);
        }
        return kept;
    }
}

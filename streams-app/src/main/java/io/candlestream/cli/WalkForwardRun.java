package io.candlestream.cli;

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
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// A walk forward over candle files, an instrument after the other, into a folder.
///
/// @param settings in effect
/// @param data the candle files as they were named
/// @param threads folds that run at a time
/// @param arguments of the whole command line
/// @param console told of rows and candles that were refused
record WalkForwardRun(
        Settings settings, List<Path> data, int threads, List<String> arguments, Console console) {

    /// Say where results go and how they are made, and nothing of what they are.
    private static final Set<String> WITH_VALUE = Set.of("--out", "--threads", "--format");

    private static final Set<String> FLAGS = Set.of("--overwrite", "--verbose");

    /// @throws UsageException when features read signals, or cannot be of one of the intervals
    WalkForwardReport into(BacktestFolder folder, SequencedMap<Series, List<CandleFile>> bySeries) {
        ConfiguredLearners learners = learners();
        WalkForwardConfig config = config();
        List<WalkForwardResult> results = new ArrayList<>();
        try (TradesCsv trades = new TradesCsv(folder.trades());
                ForecastsCsv predictions =
                        new ForecastsCsv(folder.predictions(), learners.label().classNames())) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                Series series = entry.getKey();
                Path curve = folder.equityCurve(series, bySeries.size() == 1);
                try (CandleSource source = CandleFileOptions.openAll(entry.getValue(), console);
                        EquityCsv equity = new EquityCsv(curve)) {
                    var walk = new WalkForward(series, learners.apply(series), config);
                    var files = new WalkForwardFiles(equity, trades, predictions);
                    results.add(walk.run(source, files, threads));
                    folder.dropReport();
                    equity.finish();
                }
            }
            trades.finish();
            predictions.finish();
        } catch (ExpressionException e) {
            throw new UsageException("learner.features: " + e.getMessage());
        }
        var report = new WalkForwardReport(config, data, results);
        folder.writeImportance(report.importanceJson());
        String version = new Main.Version().getVersion()[0];
        folder.writeManifest(new Manifest(version, deciding(), data, settings).toJson());
        folder.writeReport(report.toJson());
        return report;
    }

    /// Tries whether the same walk forward sees what is to come.
    ///
    /// @return whether every check passed
    /// @throws UsageException when features read signals, or cannot be of one of the intervals
    boolean audit(SequencedMap<Series, List<CandleFile>> bySeries) {
        try {
            return new AuditRun(learners(), config(), console).of(bySeries);
        } catch (ExpressionException e) {
            throw new UsageException("learner.features: " + e.getMessage());
        }
    }

    private ConfiguredLearners learners() {
        var learners = new ConfiguredLearners(settings);
        if (!learners.signals().isEmpty()) {
            throw new UsageException(
                    "learner.features must read no signal here, read "
                            + String.join(", ", learners.signals().names()));
        }
        return learners;
    }

    private WalkForwardConfig config() {
        return new WalkForwardConfig(
                settings.backtest().plan(),
                settings.backtest().online(),
                settings.backtest().positions(),
                settings.backtest().account(),
                settings.backtest().seed());
    }

    /// @return the arguments that decide the result
    private List<String> deciding() {
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

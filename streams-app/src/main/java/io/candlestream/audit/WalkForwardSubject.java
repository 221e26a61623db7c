package io.candlestream.audit;

import io.candlestream.backtest.EquityCsv;
import io.candlestream.backtest.ForecastsCsv;
import io.candlestream.backtest.TradesCsv;
import io.candlestream.backtest.WalkForward;
import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.backtest.WalkForwardFiles;
import io.candlestream.backtest.WalkForwardListener;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.trial.Trial;
import io.candlestream.trial.Trials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The walk forward itself, as `backtest` runs it, its files in a folder that goes away.
///
/// @param series of the candles
/// @param learner what predicts
/// @param config how it walks
public record WalkForwardSubject(Series series, LearnerConfig learner, WalkForwardConfig config)
        implements Subject {

    private static final List<String> FILES =
            List.of("equity_curve.csv", "trades.csv", "predictions.csv");

    /// What is only looked at is no trial.
    private static final Trials UNCOUNTED = new Trials(List.of(new Trial("", "", new TreeMap<>())));

    /// @throws io.candlestream.backtest.BacktestException when there are too few candles for a fold
    @Override
    public Replay replay(List<Candle> candles, int threads) {
        try {
            Path folder = Files.createTempDirectory("candlestream-audit");
            try {
                return replay(candles, threads, folder);
            } finally {
                for (String name : FILES) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder for temporary files", e);
        }
    }

    private Replay replay(List<Candle> candles, int threads, Path folder) throws IOException {
        Recorder recorder = new Recorder();
        WalkForwardReport report;
        try (EquityCsv equity = new EquityCsv(folder.resolve(FILES.get(0)));
                TradesCsv trades = new TradesCsv(folder.resolve(FILES.get(1)));
                ForecastsCsv predictions =
                        new ForecastsCsv(
                                folder.resolve(FILES.get(2)), learner.label().classNames())) {
            WalkForwardResult result =
                    new WalkForward(series, learner, config, recorder)
                            .run(
                                    CandleSource.of(candles),
                                    new WalkForwardFiles(equity, trades, predictions),
                                    threads);
            equity.finish();
            trades.finish();
            predictions.finish();
            report = new WalkForwardReport(config, List.of(), List.of(result), UNCOUNTED);
        }
        int folds = report.results().getFirst().folds().getLast().number() + 1;
        return new Replay(recorder.forecasts, recorder.folds(folds), digest(folder, report));
    }

    private static String digest(Path folder, WalkForwardReport report) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                digest.update(Files.readAllBytes(folder.resolve(name)));
            }
            digest.update(report.toJson().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(report.importanceJson().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static final class Recorder implements WalkForwardListener {

        private final List<ForecastRow> forecasts = new ArrayList<>();
        private final LearnedRows shared = new LearnedRows();
        private final Map<Integer, LearnedRows> byFold = new ConcurrentHashMap<>();

        @Override
        public void onFork(int fold) {
            byFold.put(fold, new LearnedRows(shared));
        }

        @Override
        public void onLearned(int fold, long openTimeMs, long knownMs) {
            LearnedRows rows = fold == SHARED ? shared : byFold.get(fold);
            if (rows == null) {
                throw new IllegalStateException("fold must have begun, has not: " + fold);
            }
            rows.add(openTimeMs, knownMs);
        }

        @Override
        public void onForecast(
                long openTimeMs, int model, int predicted, double[] probabilities, int label) {
            List<Double> copied = Arrays.stream(probabilities).boxed().toList();
            forecasts.add(new ForecastRow(openTimeMs, model, predicted, copied, label));
        }

        List<LearnedRows> folds(int count) {
            List<LearnedRows> rows = new ArrayList<>();
            for (int fold = 0; fold < count; fold++) {
                rows.add(byFold.getOrDefault(fold, new LearnedRows()));
            }
            return rows;
        }
    }
}

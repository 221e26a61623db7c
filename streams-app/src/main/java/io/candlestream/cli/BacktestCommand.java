package io.candlestream.cli;

import io.candlestream.account.AccountConfig;
import io.candlestream.backtest.AccountReplay;
import io.candlestream.backtest.AccountResult;
import io.candlestream.backtest.BacktestFolder;
import io.candlestream.backtest.BacktestReport;
import io.candlestream.backtest.EquityCsv;
import io.candlestream.backtest.Positions;
import io.candlestream.backtest.TradesCsv;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `candlestream backtest`: what decisions would have earned, after costs: a learner's that walks
/// forward, or those of a file.
@Command(
        name = "backtest",
        description = {
            "Train the models on what was, test them on what came then, fold by fold through candle",
            "files, and account for their decisions, after costs and beside baselines; every",
            "instrument has learners and an account of its own.",
            "With --positions, account for somebody else's decisions: POSITIONS is CSV with open_time,target and, for several instruments, instrument: the",
            "target decided at that candle's close, from -1 (short) over 0 (flat) to 1 (long).",
            "A candle without a row keeps the last target."
        })
final class BacktestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final AccountOptions accountOptions = new AccountOptions();
    @Mixin private final WalkForwardOptions walkOptions = new WalkForwardOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Candle files: CSV, plain or gzip.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--positions",
            paramLabel = "POSITIONS",
            description = "Decisions instead of a learner's, plain or gzip.")
    private @Nullable Path positions;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Folds that run at a time; the result is the same (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for report.json, equity_curve.csv, trades.csv and the others; required"
                            + " but for --audit.")
    private @Nullable Path out;

    @Option(
            names = "--audit",
            description =
                    "Try whether the walk forward sees what is to come: another future, shuffled"
                            + " moves, a planted oracle, purged labels, threads. Prints PASS or FAIL"
                            + " a check, and fails where one does.")
    private boolean isAudit;

    @Option(names = "--overwrite", description = "Write over the files of a folder that exists.")
    private boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Results as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, was " + threads);
        }
        List<String> ofWalk = walkOptions.overrides();
        List<String> overrides = new ArrayList<>(accountOptions.overrides());
        overrides.addAll(ofWalk);
        Settings settings = options.load(overrides);
        SequencedMap<Series, List<CandleFile>> bySeries = bySeries(fileOptions.files(data));
        if (isAudit) {
            return audit(settings, bySeries);
        }
        if (out == null) {
            throw new UsageException("--out must name a folder, was not given");
        }
        if (positions == null) {
            walkForward(settings, bySeries, out);
        } else if (ofWalk.isEmpty()) {
            account(settings, bySeries, positions, out);
        } else {
            throw new UsageException(
                    "--positions brings its own decisions and goes without folds, was given with "
                            + String.join(", ", ofWalk));
        }
        return ExitCode.DONE;
    }

    private int audit(Settings settings, SequencedMap<Series, List<CandleFile>> bySeries) {
        if (positions != null || out != null) {
            throw new UsageException(
                    "--audit must go without --positions and --out, was given one");
        }
        return new WalkForwardRun(settings, data, threads, List.of(), console).audit(bySeries)
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private void walkForward(
            Settings settings, SequencedMap<Series, List<CandleFile>> bySeries, Path folderPath) {
        long started = System.nanoTime();
        WalkForwardReport report;
        try (BacktestFolder folder = BacktestFolder.open(folderPath, overwrite)) {
            List<String> command = spec.root().commandLine().getParseResult().originalArgs();
            report =
                    new WalkForwardRun(settings, data, threads, command, console)
                            .into(folder, bySeries);
        }
        tellTime(
                "walked forward over",
                report.results().stream().mapToLong(WalkForwardResult::candleCount).sum(),
                started);
        new WalkForwardSummary(report).print(console.out(), format);
    }

    private void account(
            Settings settings,
            SequencedMap<Series, List<CandleFile>> bySeries,
            Path decisions,
            Path folderPath) {
        AccountConfig config = settings.backtest().account();
        long started = System.nanoTime();
        BacktestReport report;
        try (BacktestFolder folder = BacktestFolder.open(folderPath, overwrite)) {
            report =
                    new BacktestReport(
                            config,
                            data,
                            decisions,
                            run(settings, config, bySeries, decisions, folder));
            folder.writeReport(report.toJson());
        }
        report.results().forEach(this::tell);
        tellTime(
                "accounted for",
                report.results().stream().mapToLong(AccountResult::candleCount).sum(),
                started);
        new BacktestSummary(report).print(console.out(), format);
    }

    private void tellTime(String what, long candles, long startedNs) {
        console.err()
                .printf(
                        Locale.ROOT,
                        "%s %,d candles in %.1f s%n",
                        what,
                        candles,
                        (System.nanoTime() - startedNs) / 1e9);
    }

    private List<AccountResult> run(
            Settings settings,
            AccountConfig config,
            SequencedMap<Series, List<CandleFile>> bySeries,
            Path decisions,
            BacktestFolder folder) {
        Set<Instrument> instruments = new LinkedHashSet<>();
        bySeries.keySet().forEach(series -> instruments.add(series.instrument()));
        List<AccountResult> results = new ArrayList<>();
        try (TradesCsv trades = new TradesCsv(folder.trades())) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                Series series = entry.getKey();
                String calendar = settings.calendars().of(series.instrument().toString());
                Path curve = folder.equityCurve(series, bySeries.size() == 1);
                try (CandleSource source = CandleFileOptions.openAll(entry.getValue(), console);
                        Positions decided = new Positions(decisions, series, instruments);
                        EquityCsv equity = new EquityCsv(curve)) {
                    AccountReplay replay =
                            new AccountReplay(series, Calendar.parse(calendar), config);
                    results.add(replay.run(source, decided, equity, trades));
                    folder.dropReport();
                    equity.finish();
                }
            }
            trades.finish();
        }
        return results;
    }

    /// @throws UsageException when an instrument comes at two intervals
    private static SequencedMap<Series, List<CandleFile>> bySeries(List<CandleFile> files) {
        SequencedMap<Series, List<CandleFile>> bySeries = new LinkedHashMap<>();
        for (CandleFile file : files) {
            Series series = file.series();
            for (Series other : bySeries.keySet()) {
                if (!other.equals(series) && other.instrument().equals(series.instrument())) {
                    throw new UsageException(
                            "%s must come at one interval, was at %s and %s"
                                    .formatted(
                                            series.instrument(),
                                            other.interval(),
                                            series.interval()));
                }
            }
            bySeries.computeIfAbsent(series, _ -> new ArrayList<>()).add(file);
        }
        return bySeries;
    }

    private void tell(AccountResult result) {
        if (result.refusedCount() > 0) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%s: refused %,d candles%n",
                            result.series(),
                            result.refusedCount());
        }
        if (result.candlelessCount() > 0) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d of %,d decisions were made at candles that are not there%n",
                            result.series(),
                            result.candlelessCount(),
                            result.positionCount());
        }
    }
}

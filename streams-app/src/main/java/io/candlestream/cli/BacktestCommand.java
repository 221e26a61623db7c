package io.candlestream.cli;

import io.candlestream.backtest.AccountResult;
import io.candlestream.backtest.BacktestFolder;
import io.candlestream.backtest.BacktestReport;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.settings.Settings;
import io.candlestream.trial.TrialRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Candle files: CSV, JSON or parquet, packed or not; folders and patterns.")
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
                    "Folder for report.html, report.json, equity_curve.csv, trades.csv and the"
                            + " others; required but for --audit.")
    private @Nullable Path out;

    @Option(
            names = "--runs",
            paramLabel = "FILE",
            description =
                    "Where walks forward are counted as trials (default: runs.jsonl in the folder"
                            + " that DIR lies in).")
    private @Nullable Path runs;

    @Option(
            names = "--sweep",
            paramLabel = "KEY=VALUE,VALUE",
            description =
                    "Walk forward with each of these values, and with every combination of several"
                            + " --sweep, each into a folder in DIR.")
    private List<String> sweeps = new ArrayList<>();

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
        if (data.isEmpty() || (out == null && !isAudit)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--data=FILE and --out=DIR or --audit must be given, or compare DIR...");
        }
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, was " + threads);
        }
        List<String> ofWalk = walkOptions.overrides();
        List<String> overrides = new ArrayList<>(accountOptions.overrides());
        overrides.addAll(ofWalk);
        Settings settings = options.load(overrides);
        SequencedMap<Series, List<CandleFile>> bySeries = bySeries(fileOptions.files(data));
        Path into = out;
        if (into == null) {
            return audit(settings, bySeries);
        }
        if (isAudit) {
            throw new UsageException("--audit must go without --out, which it does not fill");
        }
        if (!sweeps.isEmpty() && positions != null) {
            throw new UsageException("--positions leaves nothing to --sweep over but accounts");
        }
        if (!sweeps.isEmpty()) {
            sweep(overrides, bySeries, into);
        } else if (positions == null) {
            walkForward(settings, bySeries, into);
        } else if (ofWalk.isEmpty()) {
            account(settings, bySeries, positions, into);
        } else {
            throw new UsageException(
                    "--positions brings its own decisions and goes without folds, was given with "
                            + String.join(", ", ofWalk));
        }
        return ExitCode.DONE;
    }

    private int audit(Settings settings, SequencedMap<Series, List<CandleFile>> bySeries) {
        if (positions != null || !sweeps.isEmpty()) {
            throw new UsageException(
                    "--audit must go without --positions and --sweep, was given one");
        }
        return new AuditRun(settings, fileOptions, console).of(bySeries)
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private void walkForward(
            Settings settings, SequencedMap<Series, List<CandleFile>> bySeries, Path into) {
        long started = System.nanoTime();
        WalkForwardReport report;
        try (BacktestFolder folder = BacktestFolder.open(into, overwrite)) {
            report =
                    new WalkForwardRun(
                                    settings,
                                    fileOptions,
                                    threads,
                                    registry(into),
                                    arguments(),
                                    console)
                            .into(folder, bySeries);
        }
        tellTime(
                "walked forward over",
                report.results().stream().mapToLong(WalkForwardResult::candleCount).sum(),
                started);
        new WalkForwardSummary(report).print(console.out(), format);
        tellPage(into);
    }

    private void sweep(
            List<String> overrides, SequencedMap<Series, List<CandleFile>> bySeries, Path into) {
        Sweep sweep = Sweep.of(sweeps, overrides);
        List<WalkForwardRun> runs = new ArrayList<>();
        for (List<String> combination : sweep.combinations()) {
            List<String> all = new ArrayList<>(overrides);
            all.addAll(combination);
            List<String> command = new ArrayList<>(arguments());
            combination.forEach(setting -> command.add("--set=" + setting));
            WalkForwardRun run =
                    new WalkForwardRun(
                            options.load(all),
                            fileOptions,
                            threads,
                            registry(into),
                            command,
                            console);
            run.check(bySeries.keySet());
            runs.add(run);
        }
        SweepSummary summary = new SweepSummary();
        try (BacktestFolder folder = BacktestFolder.open(into, overwrite)) {
            for (int i = 0; i < runs.size(); i++) {
                String name = sweep.name(i);
                console.err().printf(Locale.ROOT, "%d of %d: %s%n", i + 1, runs.size(), name);
                try (BacktestFolder own = folder.within(name)) {
                    summary.add(name, runs.get(i).into(own, bySeries));
                }
            }
            folder.writeSweep(summary.toJson());
        }
        summary.print(console.out(), format);
    }

    private void account(
            Settings settings,
            SequencedMap<Series, List<CandleFile>> bySeries,
            Path decisions,
            Path into) {
        long started = System.nanoTime();
        BacktestReport report;
        try (BacktestFolder folder = BacktestFolder.open(into, overwrite)) {
            report =
                    new PositionsRun(settings, fileOptions, decisions, arguments(), console)
                            .into(folder, bySeries);
        }
        tellTime(
                "accounted for",
                report.results().stream().mapToLong(AccountResult::candleCount).sum(),
                started);
        new BacktestSummary(report).print(console.out(), format);
        tellPage(into);
    }

    private TrialRegistry registry(Path into) {
        return new TrialRegistry(
                runs == null
                        ? into.toAbsolutePath().normalize().resolveSibling("runs.jsonl")
                        : runs);
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    private void tellPage(Path folder) {
        console.err().println("to look at: " + folder.resolve(BacktestFolder.PAGE));
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
}

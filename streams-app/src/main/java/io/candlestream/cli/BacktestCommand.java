package io.candlestream.cli;

import io.candlestream.account.AccountConfig;
import io.candlestream.backtest.AccountReplay;
import io.candlestream.backtest.AccountResult;
import io.candlestream.backtest.BacktestFolder;
import io.candlestream.backtest.BacktestReport;
import io.candlestream.backtest.EquityCsv;
import io.candlestream.backtest.Positions;
import io.candlestream.backtest.TradesCsv;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream backtest`: what decisions would have earned, after costs.
@Command(
        name = "backtest",
        description = {
            "Fill decisions at the prices of candle files and account for them, after costs,",
            "beside an account that buys and holds; every instrument has an account of its own.",
            "POSITIONS is CSV with open_time,target and, for several instruments, instrument: the",
            "target decided at that candle's close, from -1 (short) over 0 (flat) to 1 (long).",
            "A candle without a row keeps the last target."
        })
final class BacktestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final AccountOptions accountOptions = new AccountOptions();

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Candle files: CSV, plain or gzip.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--positions",
            required = true,
            paramLabel = "POSITIONS",
            description = "The decisions, plain or gzip.")
    private Path positions = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for report.json, equity_curve.csv and trades.csv.")
    private Path out = Path.of("");

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
        Settings settings = options.load(accountOptions.overrides());
        AccountConfig config = settings.backtest().account();
        List<CandleFile> files = fileOptions.files(data);
        long started = System.nanoTime();
        BacktestReport report;
        try (BacktestFolder folder = BacktestFolder.open(out, overwrite)) {
            report =
                    new BacktestReport(
                            config, data, positions, run(settings, config, files, folder));
            folder.writeReport(report.toJson());
        }
        report.results().forEach(this::tell);
        console.err()
                .printf(
                        Locale.ROOT,
                        "accounted for %,d candles in %.1f s%n",
                        report.results().stream().mapToLong(AccountResult::candleCount).sum(),
                        (System.nanoTime() - started) / 1e9);
        new BacktestSummary(report).print(console.out(), format);
        return ExitCode.DONE;
    }

    private List<AccountResult> run(
            Settings settings,
            AccountConfig config,
            List<CandleFile> files,
            BacktestFolder folder) {
        SequencedMap<Series, List<CandleFile>> bySeries = bySeries(files);
        Set<Instrument> instruments = CandleFileOptions.instruments(files);
        List<AccountResult> results = new ArrayList<>();
        try (TradesCsv trades = new TradesCsv(folder.trades())) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                Series series = entry.getKey();
                String calendar = settings.calendars().of(series.instrument().toString());
                Path curve = folder.equityCurve(series, bySeries.size() == 1);
                try (CandleSource source = CandleFileOptions.openAll(entry.getValue(), console);
                        Positions decided = new Positions(positions, series, instruments);
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

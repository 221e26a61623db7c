package io.candlestream.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.AccountConfig;
import io.candlestream.backtest.AccountReplay;
import io.candlestream.backtest.AccountResult;
import io.candlestream.backtest.BacktestFolder;
import io.candlestream.backtest.BacktestReport;
import io.candlestream.backtest.EquityCsv;
import io.candlestream.backtest.Manifest;
import io.candlestream.backtest.Positions;
import io.candlestream.backtest.TradesCsv;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.report.ReportPage;
import io.candlestream.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Decisions from a file accounted for over candle files, an instrument after the other, into a
/// folder.
///
/// @param settings in effect
/// @param fileOptions how candle files are to be opened
/// @param decisions the file of positions
/// @param arguments of the whole command line
/// @param console told of what was refused
record PositionsRun(
        Settings settings,
        CandleFileOptions fileOptions,
        Path decisions,
        List<String> arguments,
        Console console) {

    BacktestReport into(BacktestFolder folder, SequencedMap<Series, List<CandleFile>> bySeries) {
        List<Path> data =
                CandleFileOptions.paths(bySeries.values().stream().flatMap(List::stream).toList());
        AccountConfig config = settings.backtest().account();
        List<AccountResult> results = results(config, bySeries, folder);
        BacktestReport report = new BacktestReport(config, data, decisions, results);
        List<Path> read = new ArrayList<>(data);
        if (Files.isRegularFile(decisions)) {
            read.add(decisions);
        }
        List<String> command = WalkForwardRun.deciding(arguments);
        ObjectNode manifest =
                new Manifest(WalkForwardRun.version(), command, read, settings).toJson();
        ObjectNode json = report.toJson();
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        folder.writeManifest(manifest);
        folder.writePage(new ReportPage(json, none, manifest, report.histories()).toHtml());
        folder.writeReport(json);
        results.forEach(this::tell);
        return report;
    }

    private List<AccountResult> results(
            AccountConfig config,
            SequencedMap<Series, List<CandleFile>> bySeries,
            BacktestFolder folder) {
        Set<Instrument> instruments = new LinkedHashSet<>();
        bySeries.keySet().forEach(series -> instruments.add(series.instrument()));
        List<AccountResult> results = new ArrayList<>();
        try (TradesCsv trades = new TradesCsv(folder.trades())) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                Series series = entry.getKey();
                String calendar = settings.calendars().of(series.instrument().toString());
                Path curve = folder.equityCurve(series, bySeries.size() == 1);
                try (CandleSource source = fileOptions.open(entry.getValue(), console);
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

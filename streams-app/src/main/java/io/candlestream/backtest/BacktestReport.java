package io.candlestream.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.AccountConfig;
import java.nio.file.Path;
import java.util.List;

/// What `report.json` says. Nothing in it depends on the machine or the time of the run: the same
/// files give the same report, to the byte.
///
/// With one account its `metrics` and `baselines` are at the top; with several, each is under
/// `accounts`. A figure that has no value is null. Shares are in percent where their name ends in
/// `_pct`, and from 0 to 1 otherwise; times are UTC epoch milliseconds.
///
/// @param config how the accounts traded
/// @param data the files of candles
/// @param positions the file of decisions
/// @param results one an account
public record BacktestReport(
        AccountConfig config, List<Path> data, Path positions, List<AccountResult> results) {

    /// Checks that there is an account.
    ///
    /// @throws IllegalArgumentException when there is none
    public BacktestReport {
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

    /// What the page draws, one an account.
    public List<ObjectNode> histories() {
        return results.stream().map(AccountResult::history).toList();
    }

    private void put(ObjectNode node, AccountResult result) {
        node.put("instrument", result.series().instrument().toString())
                .put("interval", result.series().interval().toString())
                .put("calendar", result.calendar().toString())
                .put("periods_a_year", result.periodsAYear())
                .put("from", result.fromMs())
                .put("to", result.toMs())
                .put("candle_count", result.candleCount())
                .put("refused_candle_count", result.refusedCount())
                .put("position_count", result.positionCount())
                .put("position_without_candle_count", result.candlelessCount())
                .put("verdict", result.verdict());
        MetricsJson.put(node.putObject("metrics"), result.metrics());
        MetricsJson.put(node.putObject("costs"), result.costs());
        MetricsJson.put(node.putObject("baselines").putObject("buy_and_hold"), result.buyAndHold());
    }

    private void putConfig(ObjectNode node) {
        var files = node.putArray("data");
        data.forEach(file -> files.add(file.toString()));
        node.put("positions", positions.toString());
        MetricsJson.put(node, config);
    }
}

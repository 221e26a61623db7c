package io.candlestream.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.SharpeEvidence;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.trial.Trials;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the runs of a sweep achieved, the best Sharpe ratio first, each beside what the luckiest of
/// so many would have. Not thread-safe.
final class SweepSummary {

    private static final Comparator<Run> BEST_FIRST =
            Comparator.comparingDouble(run ->
                    Double.isNaN(run.sharpeRatio())
                            ? Double.POSITIVE_INFINITY
                            : -run.sharpeRatio());

    /// @param name of its folder
    private record Run(
            String name,
            String series,
            double totalReturn,
            double sharpeRatio,
            long trades,
            double pValue,
            double year,
            SharpeEvidence evidence) {}

    private final List<Run> runs = new ArrayList<>();
    private @Nullable Trials trials;

    void add(String name, WalkForwardReport report) {
        if (report.trials().count() > count()) {
            trials = report.trials();
        }
        for (WalkForwardResult result : report.results()) {
            runs.add(
                    new Run(
                            name,
                            result.series().toString(),
                            result.metrics().totalReturn(),
                            result.metrics().sharpeRatio(),
                            result.metrics().tradeCount(),
                            result.significance().pValue(),
                            Math.sqrt(result.periodsAYear()),
                            result.significance().sharpe()));
        }
        runs.sort(BEST_FIRST);
    }

    /// @return trials on the same data, when the last of this sweep first ran
    private int count() {
        return trials == null ? 0 : trials.count();
    }

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> out.println(toJson().toPrettyString());
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        TextTable table =
                new TextTable(
                        "run",
                        "series",
                        "return",
                        "Sharpe",
                        "luckiest",
                        "deflated",
                        "p-value",
                        "trades");
        for (Run run : runs) {
            table.add(
                    run.name(),
                    run.series(),
                    number(100 * run.totalReturn(), "%.2f") + " %",
                    number(run.sharpeRatio(), "%.2f"),
                    number(run.year() * luckiest(run), "%.2f"),
                    number(deflated(run), "%.3f"),
                    number(run.pValue(), "%.3f"),
                    Long.toString(run.trades()));
        }
        table.print(out);
        out.println();
        out.println(warning());
    }

    private String warning() {
        return String.format(
                Locale.ROOT,
                "The best of %,d trials on these data is lucky by construction: \"luckiest\" is the"
                        + " Sharpe ratio that the best of so many has by luck alone, \"deflated\" the"
                        + " chance that the true one is above that.",
                count());
    }

    /// What `sweep.json` says.
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", 1).put("trials", count()).put("warning", warning());
        var all = json.putArray("runs");
        for (Run run : runs) {
            ObjectNode node = all.addObject().put("run", run.name()).put("series", run.series());
            put(node, "total_return_pct", 100 * run.totalReturn());
            put(node, "sharpe_ratio", run.sharpeRatio());
            put(node, "luckiest_sharpe_ratio", run.year() * luckiest(run));
            put(node, "deflated_sharpe_ratio", deflated(run));
            put(node, "p_value_against_best_baseline", run.pValue());
            node.put("total_trades", run.trades());
        }
        return json;
    }

    private double luckiest(Run run) {
        return trials == null
                ? 0
                : SharpeEvidence.luckiest(trials.count(), trials.deviation(run.series()));
    }

    private double deflated(Run run) {
        return run.evidence().probabilityAbove(luckiest(run));
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }
}

package io.candlestream.cli;

import io.candlestream.account.PerformanceMetrics;
import io.candlestream.backtest.Contestant;
import io.candlestream.backtest.PredictionResult;
import io.candlestream.backtest.WalkForwardReport;
import io.candlestream.backtest.WalkForwardResult;
import io.candlestream.evaluation.Measures;
import java.io.PrintWriter;
import java.util.Locale;

/// What walking forward achieved beside the baselines, and a sentence that says what it amounts to.
///
/// @param report of the backtest
record WalkForwardSummary(WalkForwardReport report) {

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTables(out);
            case JSON -> out.println(report.toJson().toPrettyString());
        }
        out.flush();
    }

    private void printTables(PrintWriter out) {
        TextTable accounts =
                new TextTable(
                        "instrument",
                        "account",
                        "return",
                        "a year",
                        "Sharpe",
                        "drawdown",
                        "trades",
                        "won",
                        "exposure",
                        "fees",
                        "equity");
        TextTable forecasters =
                new TextTable(
                        "instrument", "forecaster", "accuracy", "balanced", "log loss", "Brier");
        for (WalkForwardResult result : report.results()) {
            add(accounts, result, "strategy", result.metrics());
            for (Contestant baseline : result.baselines()) {
                add(accounts, result, baseline.name() + " (baseline)", baseline.metrics());
            }
            result.predictions().forEach(prediction -> add(forecasters, result, prediction));
        }
        accounts.print(out);
        out.println();
        forecasters.print(out);
        out.println();
        report.results().forEach(result -> out.println(result.verdict()));
        if (report.config().account().fill().isOptimistic()) {
            out.println(
                    "Optimistic: filled at the closes on which was decided, prices that were gone.");
        }
    }

    private static void add(
            TextTable table, WalkForwardResult result, String account, PerformanceMetrics metrics) {
        table.add(
                result.series().instrument().toString(),
                account,
                percent(metrics.totalReturn()),
                percent(metrics.cagr()),
                number(metrics.sharpeRatio()),
                percent(metrics.maxDrawdown()),
                Long.toString(metrics.tradeCount()),
                percent(metrics.winRate()),
                percent(metrics.exposure()),
                number(metrics.feesPaid()),
                number(metrics.finalEquity()));
    }

    private static void add(
            TextTable table, WalkForwardResult result, PredictionResult prediction) {
        Measures measures = prediction.measures();
        table.add(
                result.series().instrument().toString(),
                prediction.name(),
                percent(measures.accuracy()),
                percent(measures.balancedAccuracy()),
                String.format(Locale.ROOT, "%.4f", measures.logLoss()),
                String.format(Locale.ROOT, "%.4f", measures.brierScore()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : large(100 * share) + " %";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : large(value);
    }

    private static String large(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1e9 ? "%.2f" : "%.2e", value);
    }
}

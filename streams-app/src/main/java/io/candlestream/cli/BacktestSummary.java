package io.candlestream.cli;

import io.candlestream.account.PerformanceMetrics;
import io.candlestream.backtest.AccountResult;
import io.candlestream.backtest.BacktestReport;
import java.io.PrintWriter;
import java.util.Locale;

/// What accounts achieved beside buying and holding, and a sentence that says what it amounts to.
///
/// @param report of the backtest
record BacktestSummary(BacktestReport report) {

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> out.println(report.toJson().toPrettyString());
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        TextTable table =
                new TextTable(
                        "instrument",
                        "account",
                        "return",
                        "a year",
                        "Sharpe",
                        "Sortino",
                        "Calmar",
                        "drawdown",
                        "trades",
                        "won",
                        "factor",
                        "exposure",
                        "fees",
                        "equity");
        for (AccountResult result : report.results()) {
            add(table, result, "positions", result.metrics());
            add(table, result, "buy and hold (baseline)", result.buyAndHold());
        }
        table.print(out);
        out.println();
        report.results().forEach(result -> out.println(result.verdict()));
        if (report.config().fill().isOptimistic()) {
            out.println(
                    "Optimistic: filled at the closes on which was decided, prices that were gone.");
        }
    }

    private static void add(
            TextTable table, AccountResult result, String account, PerformanceMetrics metrics) {
        table.add(
                result.series().instrument().toString(),
                account,
                percent(metrics.totalReturn()),
                percent(metrics.cagr()),
                number(metrics.sharpeRatio()),
                number(metrics.sortinoRatio()),
                number(metrics.calmarRatio()),
                percent(metrics.maxDrawdown()),
                Long.toString(metrics.tradeCount()),
                percent(metrics.winRate()),
                number(metrics.profitFactor()),
                percent(metrics.exposure()),
                number(metrics.feesPaid()),
                number(metrics.finalEquity()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : large(100 * share) + " %";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : large(value);
    }

    /// The growth of a year can have a hundred digits where there are few candles.
    private static String large(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1e9 ? "%.2f" : "%.2e", value);
    }
}

package io.candlestream.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.CostBreakdown;
import io.candlestream.account.PerformanceMetrics;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Series;
import java.util.Locale;

/// What became of one account.
///
/// @param series what it traded
/// @param calendar by which a year was measured
/// @param periodsAYear candles a year
/// @param fromMs open time of the first candle, UTC epoch milliseconds
/// @param toMs close time of the last candle, UTC epoch milliseconds
/// @param candleCount candles that the account was marked at
/// @param refusedCount candles that the gate refused
/// @param positionCount rows of decisions
/// @param candlelessCount those of them whose candle did not come
/// @param metrics of the decisions
/// @param costs of the decisions, from gross to net
/// @param buyAndHold of another account with the same costs, that decided to be long at the first
///   close and never again
/// @param history what a page draws, as [io.candlestream.report.AccountHistory] gives it
public record AccountResult(
        Series series,
        Calendar calendar,
        double periodsAYear,
        long fromMs,
        long toMs,
        long candleCount,
        long refusedCount,
        long positionCount,
        long candlelessCount,
        PerformanceMetrics metrics,
        CostBreakdown costs,
        PerformanceMetrics buyAndHold,
        ObjectNode history) {

    /// What it amounts to, in one sentence.
    public String verdict() {
        double difference = metrics.totalReturn() - buyAndHold.totalReturn();
        return String.format(
                Locale.ROOT,
                "%s: %,d candles; the positions returned %.2f points %s than buying and holding, after"
                        + " costs.",
                series,
                candleCount,
                100 * Math.abs(difference),
                difference > 0 ? "more" : "less");
    }
}

package io.candlestream.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// What an account returned in every month, UTC, from the last close of the month before to its own
/// last close. A candle belongs to the month in which it opened. Not thread-safe.
final class MonthlyReturns {

    private final ArrayNode months;
    private double before;
    private double equity;
    private long nextMonthMs = Long.MIN_VALUE;
    private YearMonth month = YearMonth.of(1970, 1);

    /// @param initialEquity what the account began with
    MonthlyReturns(double initialEquity, ArrayNode months) {
        this.months = months;
        before = initialEquity;
        equity = initialEquity;
    }

    void onClose(long openTimeMs, double newEquity) {
        if (openTimeMs >= nextMonthMs) {
            finish();
            before = equity;
            month = YearMonth.from(Instant.ofEpochMilli(openTimeMs).atOffset(ZoneOffset.UTC));
            nextMonthMs =
                    month.plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        }
        equity = newEquity;
    }

    /// Ends the month, which may have ended before its time.
    void finish() {
        if (nextMonthMs == Long.MIN_VALUE) {
            return;
        }
        ArrayNode row = months.addArray().add(month.getYear()).add(month.getMonthValue());
        if (before > 0) {
            row.add(Line.shown(100 * (equity / before - 1)));
        } else {
            row.addNull();
        }
    }
}

package io.candlestream.history;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;

/// Lets a file's candles through the gate and counts its answers.
final class OrderCheck {

    private final CandleGate gate;
    private long longestGap;

    OrderCheck(Series series, Calendar calendar) {
        gate = new CandleGate(series, calendar);
    }

    void count(Candle candle) {
        if (gate.check(candle) == Verdict.ACCEPTED) {
            longestGap = Math.max(longestGap, gate.missingBefore());
        }
    }

    FileReport.Order counts() {
        return new FileReport.Order(
                gate.count(Verdict.DUPLICATE),
                gate.count(Verdict.CONFLICTING_DUPLICATE),
                gate.count(Verdict.LATE),
                gate.count(Verdict.OFF_GRID),
                gate.gapCount(),
                gate.missingCount(),
                longestGap);
    }
}

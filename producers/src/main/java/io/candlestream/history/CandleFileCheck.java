package io.candlestream.history;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import java.util.ArrayList;
import java.util.List;

/// Reads a candle file from end to end and says what is in it; constant memory.
public final class CandleFileCheck {

    private static final int BAD_ROWS_SHOWN = 5;

    private final CandleFile file;
    private final List<BadRow> firstBadRows = new ArrayList<>();
    private final OrderCheck order;
    private final NumberCheck numbers = new NumberCheck();
    private long rowCount;
    private long firstOpenTimeMs;
    private long lastOpenTimeMs;

    private CandleFileCheck(CandleFile file, Calendar calendar) {
        this.file = file;
        order = new OrderCheck(file.series(), calendar);
    }

    /// Checks a file.
    ///
    /// @param calendar which holes are gaps
    /// @throws UnreadableFileException when it is no candle file, or not to its end
    public static FileReport check(CandleFile file, Calendar calendar) {
        return new CandleFileCheck(file, calendar).read();
    }

    private FileReport read() {
        try (CandleReader reader = file.open(this::keepFirst)) {
            Candle candle;
            while ((candle = reader.next()) != null) {
                count(candle);
            }
            return new FileReport(
                    file,
                    rowCount,
                    reader.badRowCount(),
                    firstBadRows,
                    firstOpenTimeMs,
                    lastOpenTimeMs,
                    order.counts(),
                    numbers.counts());
        }
    }

    private void keepFirst(BadRow badRow) {
        if (firstBadRows.size() < BAD_ROWS_SHOWN) {
            firstBadRows.add(badRow);
        }
    }

    private void count(Candle candle) {
        long openTimeMs = candle.openTimeMs();
        firstOpenTimeMs = rowCount == 0 ? openTimeMs : Math.min(firstOpenTimeMs, openTimeMs);
        lastOpenTimeMs = Math.max(lastOpenTimeMs, openTimeMs);
        rowCount++;
        order.count(candle);
        numbers.count(candle);
    }
}

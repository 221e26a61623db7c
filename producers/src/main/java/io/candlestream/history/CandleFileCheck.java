package io.candlestream.history;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads a candle file from end to end and says what is in it; constant memory.
public final class CandleFileCheck {

    private static final int BAD_ROWS_SHOWN = 5;

    private final CandleFile file;
    private final List<BadRow> firstBadRows = new ArrayList<>();
    private final OrderCheck order;
    private final OutlierCheck outliers;
    private final NumberCheck numbers = new NumberCheck();
    private long rowCount;
    private long firstOpenTimeMs;
    private long lastOpenTimeMs;

    private CandleFileCheck(CandleFile file, Calendar calendar, double outliers) {
        this.file = file;
        this.outliers = new OutlierCheck(outliers);
        order = new OrderCheck(file.series(), calendar);
    }

    /// Checks a file.
    ///
    /// @param calendar which holes are gaps
    /// @throws UnreadableFileException when it is no candle file, or not to its end
    public static FileReport check(CandleFile file, Calendar calendar) {
        return check(file, calendar, OutlierCheck.USUAL_LIMIT);
    }

    /// Checks a file.
    ///
    /// @param calendar which holes are gaps
    /// @param outliers how many median absolute deviations a candle may move, above 0
    /// @throws UnreadableFileException when it is no candle file, or not to its end
    public static FileReport check(CandleFile file, Calendar calendar, double outliers) {
        return check(file, calendar, outliers, _ -> {});
    }

    /// Checks a file.
    ///
    /// @param calendar which holes are gaps
    /// @param outliers how many median absolute deviations a candle may move, above 0
    /// @param badRows told of every row that cannot be understood
    /// @throws UnreadableFileException when it is no candle file, or not to its end
    public static FileReport check(
            CandleFile file, Calendar calendar, double outliers, Consumer<BadRow> badRows) {
        return new CandleFileCheck(file, calendar, outliers).read(badRows);
    }

    private FileReport read(Consumer<BadRow> badRows) {
        Consumer<BadRow> first = this::keepFirst;
        try (CandleReader reader = file.open(first.andThen(badRows))) {
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
                    numbers.counts(),
                    outliers.count(),
                    reader.volumeName());
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
        outliers.count(candle);
    }
}

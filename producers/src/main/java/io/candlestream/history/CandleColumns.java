package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import java.util.List;

/// Where a file's header puts the numbers of a candle.
///
/// @param count fields that every row must have
record CandleColumns(int openTime, int open, int high, int low, int close, int volume, int count) {

    private static final long LATEST_OPEN_MS = 253_402_300_799_999L;

    /// Finds the columns.
    ///
    /// @throws MalformedRowException when one is missing or there twice
    static CandleColumns of(CsvRow header) throws MalformedRowException {
        List<String> names = header.names();
        String volume = names.contains("base_volume") ? "base_volume" : "volume";
        List<String> wanted = List.of("open_time", "open", "high", "low", "close", volume);
        List<String> missing = wanted.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new MalformedRowException(
                    "header must name open_time, open, high, low, close and volume, missing "
                            + String.join(", ", missing)
                            + ", was \""
                            + header.excerpt()
                            + '"');
        }
        for (String name : wanted) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new MalformedRowException("header must name " + name + " only once");
            }
        }
        int[] at = wanted.stream().mapToInt(names::indexOf).toArray();
        return new CandleColumns(at[0], at[1], at[2], at[3], at[4], at[5], names.size());
    }

    /// Reads a row.
    ///
    /// @throws MalformedRowException when it cannot be understood
    Candle candle(CsvRow row, Series series) throws MalformedRowException {
        row.checkFields(count);
        return new Candle(
                series,
                time(row),
                number(row, open, "open"),
                number(row, high, "high"),
                number(row, low, "low"),
                number(row, close, "close"),
                number(row, volume, "volume"));
    }

    private long time(CsvRow row) throws MalformedRowException {
        long timeMs = Decimal.parseWhole(row.text(), row.start(openTime), row.end(openTime));
        if (timeMs < 0 || timeMs > LATEST_OPEN_MS) {
            throw new MalformedRowException(
                    "open_time must be epoch milliseconds of 1970 to 9999, was \""
                            + row.excerpt(openTime)
                            + '"');
        }
        return timeMs;
    }

    private static double number(CsvRow row, int field, String name) throws MalformedRowException {
        double number = Decimal.parse(row.text(), row.start(field), row.end(field));
        if (!Double.isFinite(number)) {
            throw new MalformedRowException(
                    name + " must be a finite decimal number, was \"" + row.excerpt(field) + '"');
        }
        return number;
    }
}

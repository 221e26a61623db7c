package io.candlestream.backtest;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.settings.Nearest;
import io.candlestream.table.TableLines;
import io.candlestream.table.TableRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The decisions of one instrument, read in step with its candles and in constant memory, however
/// large the file.
///
/// | column | meaning |
/// |---|---|
/// | `open_time` | of the candle at whose close it was decided, UTC epoch milliseconds; rising from row to row of an instrument |
/// | `target` | what to hold, in units of equity, from -1 to 1 |
/// | `instrument` | `venue:SYMBOL`; may be left out where there is one instrument |
///
/// CSV, plain or gzip, columns in any order, others ignored. A candle without a row keeps the last
/// target, which is 0 before the first row. A row whose candle did not come holds from the next one
/// on. A file with a row that cannot be understood is refused as a whole: an account that left out
/// a decision would answer another question.
///
/// Not thread-safe.
public final class Positions implements AutoCloseable {

    private static final String TIME = "open_time";
    private static final String TARGET = "target";
    private static final String INSTRUMENT = "instrument";

    private final Path file;
    private final Interval interval;
    private final String instrument;
    private final Set<String> known;
    private final TableLines lines;
    private final int columnCount;
    private final int timeColumn;
    private final int targetColumn;
    private final int instrumentColumn;

    private double target;
    private boolean hasNext;
    private long nextTimeMs = Long.MIN_VALUE;
    private double nextTarget;
    private long rowCount;
    private long candlelessCount;

    /// Opens a file.
    ///
    /// @param series whose decisions are wanted; rows of other instruments are passed over
    /// @param instruments all that there may be rows of
    /// @throws BacktestException when it has not these columns, or its first row is refused
    /// @throws io.candlestream.table.TableException when it cannot be read
    public Positions(Path file, Series series, Set<Instrument> instruments) {
        this.file = file;
        interval = series.interval();
        instrument = series.instrument().toString();
        known =
                instruments.stream()
                        .map(Instrument::toString)
                        .collect(Collectors.toUnmodifiableSet());
        lines = new TableLines(file);
        try {
            List<String> header = header();
            columnCount = header.size();
            timeColumn = required(header, TIME);
            targetColumn = required(header, TARGET);
            instrumentColumn =
                    known.size() > 1 ? required(header, INSTRUMENT) : header.indexOf(INSTRUMENT);
            advance();
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /// The target at a candle's close.
    ///
    /// @param openTimeMs open time of the candle, not before that of the call before
    /// @throws BacktestException when a row is refused
    /// @throws io.candlestream.table.TableException when the file cannot be read on
    public double targetAt(long openTimeMs) {
        while (hasNext && nextTimeMs <= openTimeMs) {
            candlelessCount += nextTimeMs < openTimeMs ? 1 : 0;
            target = nextTarget;
            advance();
        }
        return target;
    }

    /// Reads what is behind the last candle, so that it is checked as well.
    ///
    /// @throws BacktestException when a row is refused
    /// @throws io.candlestream.table.TableException when the file cannot be read on
    public void finish() {
        while (hasNext) {
            candlelessCount++;
            advance();
        }
    }

    /// @return how many rows of the instrument were read
    public long rowCount() {
        return rowCount;
    }

    /// @return how many of them belonged to no candle
    public long candlelessCount() {
        return candlelessCount;
    }

    @Override
    public void close() {
        lines.close();
    }

    private List<String> header() {
        List<String> header = lines.next();
        if (header == null) {
            throw new BacktestException(file + ": must have a header, is empty");
        }
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private int required(List<String> header, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new BacktestException(
                    "%s: must have the column %s, has %s"
                            .formatted(file, column, String.join(",", header)));
        }
        return index;
    }

    private void advance() {
        List<String> row = nextOfInstrument();
        hasNext = row != null;
        if (row != null) {
            rowCount++;
            long timeMs = time(row.get(timeColumn));
            if (timeMs <= nextTimeMs) {
                throw refused(TIME + " must be after " + nextTimeMs + ", was " + timeMs);
            }
            nextTimeMs = timeMs;
            nextTarget = target(row.get(targetColumn));
        }
    }

    private @Nullable List<String> nextOfInstrument() {
        for (List<String> row = lines.next(); row != null; row = lines.next()) {
            if (row.size() != columnCount) {
                throw refused(
                        "row must have %d fields like the header, had %d"
                                .formatted(columnCount, row.size()));
            }
            if (instrumentColumn < 0 || isOurs(row.get(instrumentColumn))) {
                return row;
            }
        }
        return null;
    }

    private boolean isOurs(String named) {
        if (named.equals(instrument)) {
            return true;
        }
        if (!known.contains(named)) {
            throw refused(
                    "instrument must be one that there are candles of, was \""
                            + named
                            + '"'
                            + Nearest.suggestion(named, known));
        }
        return false;
    }

    private long time(String text) {
        long timeMs;
        try {
            timeMs = Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw refused(TIME + " must be UTC epoch milliseconds, was \"" + text + '"');
        }
        if (!interval.isOnGrid(timeMs)) {
            throw refused(TIME + " must be a multiple of " + interval + ", was " + timeMs);
        }
        return timeMs;
    }

    private double target(String text) {
        double number = TableRows.number(text);
        // Written so that NaN fails.
        if (!(number >= -1 && number <= 1)) {
            throw refused(TARGET + " must be from -1 to 1, was \"" + text + '"');
        }
        return number;
    }

    private BacktestException refused(String reason) {
        return new BacktestException(file + ", line " + lines.line() + ": " + reason);
    }
}

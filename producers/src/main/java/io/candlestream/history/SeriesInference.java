package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Tells what series a file holds, from what the user says, the file's name and its candles: the
/// first ones, or all where a column names their symbols.
final class SeriesInference {

    private static final int MOST_SYMBOLS = 10_000;
    private static final String VENUE = "file";
    private static final String NO_SYMBOL = "";

    private final FileEntry entry;
    private final SeriesOptions options;
    private final SequencedMap<String, StepCounts> bySymbol = new LinkedHashMap<>();

    private SeriesInference(FileEntry entry, SeriesOptions options) {
        this.entry = entry;
        this.options = options;
    }

    /// The series of a file, in the order of their first candles.
    ///
    /// @throws UnreadableFileException when it cannot be a candle file, or a series cannot be told
    static List<CandleFile> infer(FileEntry entry, SeriesOptions options) {
        var inference = new SeriesInference(entry, options);
        inference.read();
        return inference.files();
    }

    private void read() {
        FilePart all = FilePart.WHOLE;
        try (CandleRows rows = entry.open(options.columns());
                UnderstoodRows understood = new UnderstoodRows(rows, entry.shown(), all, _ -> {})) {
            boolean more = true;
            while (more) {
                CandleRow row = nextReadable(understood);
                String symbol = row != null && rows.hasSymbols() ? validSymbol(row) : NO_SYMBOL;
                more = row != null;
                if (row != null && symbol != null) {
                    more = countsOf(symbol).add(row.openTimeMs()) || rows.hasSymbols();
                }
            }
        }
    }

    /// What cannot be read on is told when the candles before it have been read.
    private @Nullable CandleRow nextReadable(UnderstoodRows rows) {
        try {
            return rows.next();
        } catch (UnreadableFileException e) {
            if (bySymbol.isEmpty()) {
                throw e;
            }
            return null;
        }
    }

    private static @Nullable String validSymbol(CandleRow row) {
        String symbol = row.symbol();
        try {
            UnderstoodRows.checkSymbol(symbol);
            return symbol;
        } catch (MalformedRowException _) {
            return null;
        }
    }

    private StepCounts countsOf(String symbol) {
        StepCounts counts = bySymbol.get(symbol);
        if (counts == null) {
            if (bySymbol.size() == MOST_SYMBOLS) {
                throw unreadable("must hold at most " + MOST_SYMBOLS + " symbols, holds more");
            }
            counts = new StepCounts();
            bySymbol.put(symbol, counts);
        }
        return counts;
    }

    private List<CandleFile> files() {
        if (bySymbol.isEmpty()) {
            bySymbol.put(NO_SYMBOL, new StepCounts());
        }
        if (options.instrument() != null && bySymbol.size() > 1) {
            throw unreadable(
                    "--instrument must be for one instrument, there are " + bySymbol.size());
        }
        List<CandleFile> files = new ArrayList<>();
        for (Map.Entry<String, StepCounts> one : bySymbol.entrySet()) {
            FilePart part =
                    new FilePart(
                            entry.name(),
                            one.getKey(),
                            files.isEmpty(),
                            one.getValue().isNewestFirst(),
                            options.columns(),
                            options.conflicts());
            Series series = new Series(instrument(one.getKey()), interval(one.getValue()));
            files.add(new CandleFile(entry.path(), series, part));
        }
        return files;
    }

    private Instrument instrument(String symbol) {
        Instrument known = options.instrument();
        if (known != null) {
            return known;
        }
        try {
            return new Instrument(
                    VENUE, symbol.isEmpty() ? entry.fileName().split("[-.]", 2)[0] : symbol);
        } catch (IllegalArgumentException e) {
            throw unreadable(
                    "its name does not tell the instrument ("
                            + e.getMessage()
                            + "); name it with --instrument venue:SYMBOL");
        }
    }

    private Interval interval(StepCounts counts) {
        Interval known = options.interval();
        if (known != null) {
            return known;
        }
        try {
            return counts.interval();
        } catch (MalformedRowException e) {
            throw unreadable(e.reason());
        }
    }

    private UnreadableFileException unreadable(String reason) {
        return new UnreadableFileException(entry.shown(), 0, reason);
    }
}

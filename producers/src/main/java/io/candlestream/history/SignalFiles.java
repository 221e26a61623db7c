package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The signals of some files, in memory and by rising time.
///
/// | part | rule |
/// |---|---|
/// | format | CSV with commas, plain or gzip |
/// | header | `time`, `name`, `value` and, if wanted, `instrument`; any order, any case; other columns are ignored |
/// | `time` | UTC epoch milliseconds at which the value was known, 1970 to 9999, in any order |
/// | `name` | 1 to 64 of a-z, 0-9 and `_`, starting with a letter |
/// | `value` | plain decimal or scientific notation, from -1e30 to 1e30 |
/// | `instrument` | `venue:SYMBOL`; empty for every instrument |
///
/// A row for one instrument goes before one for all of the same name and time. A row that cannot be
/// understood is counted, handed to the caller's sink and left out. A row takes about 60 bytes of
/// memory.
public final class SignalFiles {

    private final List<SignalRow> rows;
    private final long badRowCount;

    private SignalFiles(List<SignalRow> rows, long badRowCount) {
        this.rows = rows;
        this.badRowCount = badRowCount;
    }

    /// Reads files to their ends.
    ///
    /// @param badRows told of every row that cannot be understood, in the order of the files
    /// @throws UnreadableFileException when one cannot be a signal file, or not to its end
    public static SignalFiles read(Collection<Path> paths, Consumer<BadRow> badRows) {
        List<SignalRow> rows = new ArrayList<>();
        long badRowCount = 0;
        for (Path path : paths) {
            badRowCount += read(path, rows, badRows);
        }
        rows.sort(
                Comparator.comparingLong(SignalRow::timeMs)
                        .thenComparing(row -> row.instrument() == null));
        return new SignalFiles(rows, badRowCount);
    }

    /// @return how many rows could not be understood
    public long badRowCount() {
        return badRowCount;
    }

    /// @return the instruments that rows name, in the order of time
    public Set<Instrument> instruments() {
        Set<Instrument> named = new LinkedHashSet<>();
        for (SignalRow row : rows) {
            if (row.instrument() != null) {
                named.add(row.instrument());
            }
        }
        return named;
    }

    /// Tells whether a row is for every instrument.
    public boolean hasMarketWide() {
        return rows.stream().anyMatch(row -> row.instrument() == null);
    }

    /// @return what comes for an instrument
    public Set<String> namesFor(Instrument instrument) {
        return rows.stream()
                .filter(row -> row.concerns(instrument))
                .map(SignalRow::name)
                .collect(Collectors.toSet());
    }

    /// @return the signals of an instrument by rising time
    public List<Signal> signalsFor(Instrument instrument) {
        List<Signal> signals = new ArrayList<>();
        Set<String> own = new HashSet<>();
        long timeMs = -1;
        for (SignalRow row : rows) {
            if (row.timeMs() > timeMs) {
                own.clear();
                timeMs = row.timeMs();
            }
            if (row.isOf(instrument)) {
                own.add(row.name());
            }
            if (row.isOf(instrument) || (row.concerns(instrument) && !own.contains(row.name()))) {
                signals.add(row.of(instrument));
            }
        }
        return signals;
    }

    /// @return the signals of all these instruments by rising time
    public List<Signal> signalsFor(Collection<Instrument> instruments) {
        List<Signal> signals = new ArrayList<>();
        instruments.forEach(instrument -> signals.addAll(signalsFor(instrument)));
        signals.sort(Comparator.comparingLong(Signal::timeMs));
        return signals;
    }

    private static long read(Path path, List<SignalRow> into, Consumer<BadRow> badRows) {
        long badRowCount = 0;
        try (CsvLines lines = new CsvLines(path, PackedFile.open(path))) {
            SignalColumns columns = header(path, lines);
            while (lines.next()) {
                try {
                    into.add(columns.signal(lines));
                } catch (MalformedRowException e) {
                    badRowCount++;
                    badRows.accept(new BadRow(path, lines.line(), e.reason(), lines.excerpt()));
                }
            }
        }
        return badRowCount;
    }

    private static SignalColumns header(Path path, CsvLines lines) {
        if (!lines.next()) {
            throw new UnreadableFileException(path, 0, "must have a header and rows, is empty");
        }
        try {
            return SignalColumns.of(lines);
        } catch (MalformedRowException e) {
            throw lines.unreadable(e.reason());
        }
    }
}

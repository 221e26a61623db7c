package io.candlestream.history;

import io.candlestream.candle.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The candles of one series in a file.
///
/// | part | rule |
/// |---|---|
/// | format | CSV, JSON or parquet, told by its first bytes and not by its name; CSV and JSON plain, gzip or zip |
/// | CSV | commas, semicolons or tabs; a header within the first five lines; every row as many fields as the header |
/// | JSON | an array of rows, or a row a line; a row is an array or an object |
/// | time | `open_time`, `timestamp`, `unix`, `datetime`, `date` or `time`, the first of these that is there |
/// | prices | `open`, `high`, `low` and `close`: plain decimal or scientific notation, finite |
/// | volume | `base_volume`, else `volume`, else the first whose name begins with `volume` |
/// | instrument | `symbol`, if it is there |
/// | line | at most 65,536 bytes |
///
/// Names are in any case and order, other columns are ignored. Whether prices make sense and time
/// moves forward is for `CandleGate` to judge, not for the reader.
///
/// @param path the file
/// @param series what its candles belong to
/// @param part which of its candles are meant
public record CandleFile(Path path, Series series, FilePart part) {

    /// All candles of a file, as they are.
    public CandleFile(Path path, Series series) {
        this(path, series, FilePart.WHOLE);
    }

    /// Looks into a file of one series and infers what the options leave out.
    ///
    /// @throws UnreadableFileException when it cannot be a candle file, the series cannot be told,
    ///   or there are several
    public static CandleFile of(Path path, SeriesOptions options) {
        List<CandleFile> found = CandleFileSearch.find(List.of(path), options);
        if (found.size() > 1) {
            throw new UnreadableFileException(
                    path, 0, "must hold one series, holds " + found.size());
        }
        return found.getFirst();
    }

    /// Starts reading from the first candle.
    ///
    /// @param badRows told of every row that cannot be understood or is left out by the rule for
    ///   conflicts, in the order in which they are met
    /// @throws UnreadableFileException when it cannot be a candle file
    public CandleReader open(Consumer<BadRow> badRows) {
        return new CandleReader(this, badRows);
    }

    /// The same file, with this rule for conflicts.
    public CandleFile withConflicts(ConflictRule rule) {
        return new CandleFile(path, series, part.withConflicts(rule));
    }

    /// What messages call it: the file, and behind a `!` the entry.
    public Path shownPath() {
        return new FileEntry(path, part.entry()).shown();
    }
}

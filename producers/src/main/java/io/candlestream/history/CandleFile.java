package io.candlestream.history;

import io.candlestream.candle.Series;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A file of candles of one series.
///
/// | part | rule |
/// |---|---|
/// | format | CSV with commas, plain or gzip, told by its first bytes and not by its name |
/// | header | `open_time`, `open`, `high`, `low`, `close` and `volume` or `base_volume`; any order, any case; other columns are ignored |
/// | `open_time` | UTC epoch milliseconds of the OPEN, 1970 to 9999 |
/// | prices, volume | plain decimal or scientific notation, such as `0.5` or `1e-3`; finite |
/// | line | at most 65,536 characters |
///
/// Whether prices make sense and time moves forward is for `CandleGate` to judge, not for the
/// reader.
///
/// @param path the file
/// @param series what its candles belong to
public record CandleFile(Path path, Series series) {

    /// Looks into a file and infers what the options leave out.
    ///
    /// @throws UnreadableFileException when it cannot be a candle file, or the series cannot be
    ///   told
    public static CandleFile of(Path path, SeriesOptions options) {
        return new CandleFile(path, SeriesInference.infer(path, options));
    }

    /// Starts reading from the first candle.
    ///
    /// @param badRows told of every row that cannot be understood, in the order of the file
    /// @throws UnreadableFileException when it cannot be a candle file
    public CandleReader open(Consumer<BadRow> badRows) {
        return new CandleReader(this, badRows);
    }
}

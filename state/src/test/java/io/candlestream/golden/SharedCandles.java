package io.candlestream.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Real candles in canonical CSV, kept beside the repository; a test that needs them is skipped
/// where they are absent.
public final class SharedCandles {

    private SharedCandles() {}

    /// Reads a file of the folder `data/candles`; skips the test when there is none.
    ///
    /// @param file as in `binance/BTCUSDT-1h.csv.gz`
    /// @param interval the length of its candles
    public static List<Candle> read(String file, Interval interval) throws IOException {
        Path path = file(file);
        Series series = new Series(new Instrument("test", "SHARED"), interval);
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(path)), UTF_8))) {
            return reader.lines().skip(1).map(line -> candle(series, line.split(","))).toList();
        }
    }

    /// A file of the folder `data/candles`; skips the test when there is none.
    ///
    /// @param file as in `binance/BTCUSDT-1h.csv.gz`
    public static Path file(String file) {
        Path path = shared().resolve("data/candles").resolve(file);
        assumeTrue(Files.exists(path), path + " is absent: set CANDLESTREAM_SHARED to its folder");
        return path;
    }

    private static Candle candle(Series series, String[] cells) {
        return new Candle(
                series,
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }

    private static Path shared() {
        return Optional.ofNullable(System.getenv("CANDLESTREAM_SHARED"))
                .map(Path::of)
                .orElseGet(() ->
                        Path.of(System.getProperty("candlestream.root", ""))
                                .toAbsolutePath()
                                .resolveSibling("shared"));
    }
}

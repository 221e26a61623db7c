package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Candle files for tests.
final class CandleFiles {

    static final Series MINUTES =
            new Series(new Instrument("file", "BTCUSDT"), Interval.ONE_MINUTE);

    static final String HEADER = "open_time,open,high,low,close,volume\n";

    private CandleFiles() {}

    static CandleFile of(Path folder, String text) {
        return of(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static CandleFile of(Path folder, byte[] bytes) {
        return new CandleFile(write(folder.resolve("BTCUSDT-1m.csv"), bytes), MINUTES);
    }

    static Path write(Path path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path path, byte[] bytes) {
        try {
            return Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// So many rows a minute apart, from 2017-01-01.
    static String rows(int count) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(1_483_228_800_000L + i * 60_000L).append(",10,12,9,11,1.5\n");
        }
        return rows.toString();
    }

    static List<Candle> readAll(CandleFile file, List<BadRow> badRows) {
        List<Candle> candles = new ArrayList<>();
        try (CandleReader reader = file.open(badRows::add)) {
            Candle candle;
            while ((candle = reader.next()) != null) {
                candles.add(candle);
            }
        }
        return candles;
    }
}

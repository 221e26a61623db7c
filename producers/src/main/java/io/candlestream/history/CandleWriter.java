package io.candlestream.history;

import io.candlestream.candle.Resampler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes a candle file, such as [CandleFile] describes: `open_time,open,high,low,close,volume`.
///
/// Numbers are plain decimals. A price is the shortest decimal that gives back its exact bits, so a
/// price that was read from text is written with the digits it had. A volume has at most 15
/// significant digits, which every decimal keeps on its way through a double: a sum of a few
/// volumes is written as the sum of their decimals, without what rounding left behind.
public final class CandleWriter implements Resampler.Receiver, AutoCloseable {

    private static final MathContext VOLUME = new MathContext(15);

    private final Writer out;
    private final StringBuilder row = new StringBuilder();
    private long candleCount;

    /// Makes a new file, over one that has its name, and writes the header; packed where the name
    /// ends with `.gz`.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public CandleWriter(Path file) {
        try {
            out = writer(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        row.append("open_time,open,high,low,close,volume");
        writeRow();
    }

    /// Writes one candle.
    ///
    /// @throws UncheckedIOException when it cannot be written
    @Override
    public void take(
            long openTimeMs, double open, double high, double low, double close, double volume) {
        row.append(openTimeMs)
                .append(',')
                .append(price(open))
                .append(',')
                .append(price(high))
                .append(',')
                .append(price(low))
                .append(',')
                .append(price(close))
                .append(',')
                .append(plain(new BigDecimal(volume).round(VOLUME)));
        writeRow();
        candleCount++;
    }

    /// Writes the last candle of a reader with the digits it had in the file.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void copy(CandleReader reader) {
        reader.appendRowTo(row);
        writeRow();
        candleCount++;
    }

    /// @return how many candles were written
    public long candleCount() {
        return candleCount;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer writer(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.newBufferedWriter(file);
        }
        return new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.US_ASCII));
    }

    private static String price(double value) {
        return plain(new BigDecimal(Double.toString(value)));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void writeRow() {
        try {
            out.append(row.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row.setLength(0);
    }
}

package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.ColumnNames.Part;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One row of a candle file: where its texts are, and what they mean; the same object serves every
/// row.
final class CandleRow {

    private static final Part[] NUMBERS = {Part.OPEN, Part.HIGH, Part.LOW, Part.CLOSE, Part.VOLUME};

    /// Beyond it, a plain decimal would be a line of zeros.
    private static final int MOST_PLACES = 400;

    private static final byte[] NO_TEXT = {};

    private byte[] text = NO_TEXT;
    private final int[] starts = new int[Part.values().length];
    private final int[] ends = new int[Part.values().length];
    private long line;
    private long openTimeMs;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /// Where the texts are from now on.
    ///
    /// @param line the line or record of the file, counted from 1
    void text(byte[] bytes, long line) {
        this.text = bytes;
        this.line = line;
    }

    void place(Part part, int start, int end) {
        starts[part.ordinal()] = start;
        ends[part.ordinal()] = end;
    }

    /// Reads the texts.
    ///
    /// @throws MalformedRowException when one cannot be understood
    void read(OpenTimes times) throws MalformedRowException {
        openTimeMs = times.parse(text, start(Part.TIME), end(Part.TIME));
        if (openTimeMs == OpenTimes.NONE) {
            throw new MalformedRowException(
                    "time must be a number since the epoch or ISO-8601, 1970 to 9999, was \""
                            + shown(Part.TIME)
                            + '"');
        }
        readNumbers();
    }

    long line() {
        return line;
    }

    long openTimeMs() {
        return openTimeMs;
    }

    Candle candle(Series series) {
        return new Candle(series, openTimeMs, open, high, low, close, volume);
    }

    /// The symbol, without the spaces around it; empty where there is none.
    String symbol() {
        return new String(
                        text,
                        start(Part.SYMBOL),
                        end(Part.SYMBOL) - start(Part.SYMBOL),
                        StandardCharsets.UTF_8)
                .strip();
    }

    /// Tells whether the symbol is this, written without spaces around it.
    boolean isOf(byte[] symbol) {
        int from = start(Part.SYMBOL);
        int to = end(Part.SYMBOL);
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (to > from && text[to - 1] == ' ') {
            to--;
        }
        return Arrays.equals(text, from, to, symbol, 0, symbol.length);
    }

    /// Tells whether the other row has the same numbers to the bit.
    boolean isSameAs(CandleRow other) {
        return Double.compare(open, other.open) == 0
                && Double.compare(high, other.high) == 0
                && Double.compare(low, other.low) == 0
                && Double.compare(close, other.close) == 0
                && Double.compare(volume, other.volume) == 0;
    }

    /// Writes the row as a canonical one, with the digits it had.
    void appendTo(StringBuilder out) {
        out.append(openTimeMs);
        for (Part part : NUMBERS) {
            out.append(',');
            appendDigits(out, part);
        }
    }

    /// Becomes a copy of another row, texts included.
    void copy(CandleRow other) {
        int length = 0;
        for (Part part : NUMBERS) {
            length += other.end(part) - other.start(part);
        }
        if (text.length < length) {
            text = new byte[2 * length];
        }
        int at = 0;
        for (Part part : NUMBERS) {
            int count = other.end(part) - other.start(part);
            System.arraycopy(other.text, other.start(part), text, at, count);
            place(part, at, at + count);
            at += count;
        }
        line = other.line;
        openTimeMs = other.openTimeMs;
        open = other.open;
        high = other.high;
        low = other.low;
        close = other.close;
        volume = other.volume;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(line);
        out.writeLong(openTimeMs);
        for (Part part : NUMBERS) {
            int length = end(part) - start(part);
            out.writeInt(length);
            out.write(text, start(part), length);
        }
    }

    void restore(DataInput in) throws IOException {
        line = in.readLong();
        openTimeMs = in.readLong();
        int at = 0;
        for (Part part : NUMBERS) {
            int length = in.readInt();
            if (text.length < at + length) {
                text = Arrays.copyOf(text, 2 * (at + length));
            }
            in.readFully(text, at, length);
            place(part, at, at + length);
            at += length;
        }
        try {
            readNumbers();
        } catch (MalformedRowException e) {
            throw new IllegalStateException("a saved row must be readable, was not", e);
        }
    }

    private void readNumbers() throws MalformedRowException {
        open = number(Part.OPEN);
        high = number(Part.HIGH);
        low = number(Part.LOW);
        close = number(Part.CLOSE);
        volume = number(Part.VOLUME);
    }

    private double number(Part part) throws MalformedRowException {
        double number = Decimal.parse(text, start(part), end(part));
        if (!Double.isFinite(number)) {
            throw new MalformedRowException(
                    part + " must be a finite decimal number, was \"" + shown(part) + '"');
        }
        return number;
    }

    private void appendDigits(StringBuilder out, Part part) {
        int start = start(part);
        boolean isPlain = start < end(part) && text[start] != '.';
        for (int at = start; at < end(part); at++) {
            int digit = text[at];
            isPlain &= (digit >= '0' && digit <= '9') || digit == '.';
        }
        String digits = new String(text, start, end(part) - start, StandardCharsets.ISO_8859_1);
        if (isPlain && !digits.endsWith(".")) {
            out.append(digits);
            return;
        }
        BigDecimal exact = new BigDecimal(digits.strip());
        boolean isShort = Math.abs((long) exact.scale()) <= MOST_PLACES;
        out.append(
                (isShort ? exact : BigDecimal.valueOf(Double.parseDouble(digits))).toPlainString());
    }

    private String shown(Part part) {
        int cut = Math.min(end(part), start(part) + 160);
        String shown =
                new String(text, start(part), cut - start(part), StandardCharsets.UTF_8)
                        .replaceAll("\\p{Cntrl}", ".");
        return cut < end(part) ? shown + "..." : shown;
    }

    private int start(Part part) {
        return starts[part.ordinal()];
    }

    private int end(Part part) {
        return ends[part.ordinal()];
    }
}

package io.candlestream.history;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The line being read, copied once and cut into fields; the same object serves every line.
///
/// Quotes are understood here and not by the CSV parser, so that a stray quote spoils its own line
/// and never the lines after it. Characters are the file's bytes, one each.
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    /// More characters than any row of a candle file has.
    static final int LONGEST = 64 * 1024;

    private static final int LONGEST_EXCERPT = 160;

    private char[] text = new char[256];
    private int length;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int fieldCount;
    private boolean quoteOpen;
    private boolean tooLong;

    /// The line, counted from 1.
    long line() {
        return getStartingLineNumber();
    }

    int fieldCount() {
        return fieldCount;
    }

    /// Checks that the row is whole.
    ///
    /// @param count fields that the header has
    /// @throws MalformedRowException when it is not
    void checkFields(int count) throws MalformedRowException {
        if (tooLong) {
            throw new MalformedRowException(
                    "row must have at most " + LONGEST + " characters, had more");
        }
        if (quoteOpen) {
            throw new MalformedRowException("every quote must be closed in its row, one was not");
        }
        if (fieldCount != count) {
            throw new MalformedRowException(
                    "row must have " + count + " fields like the header, had " + fieldCount);
        }
    }

    /// The names of a header.
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int field = 0; field < fieldCount; field++) {
            names.add(field(field).strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /// The characters that [#start] and [#end] point into; valid until the next line.
    char[] text() {
        return text;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /// A field as text, without the quotes around it.
    String field(int field) {
        return decode(starts[field], ends[field]);
    }

    /// The line for a message.
    String excerpt() {
        return excerpt(0, length);
    }

    /// A field for a message.
    String excerpt(int field) {
        return excerpt(starts[field], ends[field]);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        length = 0;
        fieldCount = 0;
        quoteOpen = false;
        tooLong = false;
    }

    @Override
    protected void handleField(
            int index, char[] source, int offset, int fieldLength, boolean quoted) {
        int needed = length + fieldLength + 1;
        if (tooLong || needed > LONGEST) {
            tooLong = true;
            return;
        }
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.min(LONGEST, 2 * needed));
        }
        if (index > 0) {
            text[length++] = ',';
        }
        int start = length;
        System.arraycopy(source, offset, text, start, fieldLength);
        length += fieldLength;
        if (quoteOpen) {
            continueField(start);
        } else {
            beginField(start);
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    private void beginField(int start) {
        if (fieldCount == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fieldCount);
            ends = Arrays.copyOf(ends, 2 * fieldCount);
        }
        starts[fieldCount] = start;
        ends[fieldCount] = length;
        fieldCount++;
        if (length > start && text[start] == '"') {
            starts[fieldCount - 1]++;
            closeQuote(start + 1);
        }
    }

    /// The separator before this piece was inside quotes: the piece belongs to the field before.
    private void continueField(int start) {
        ends[fieldCount - 1] = length;
        closeQuote(start);
    }

    private void closeQuote(int from) {
        quoteOpen = length == from || text[length - 1] != '"';
        if (!quoteOpen) {
            ends[fieldCount - 1] = length - 1;
        }
    }

    private String excerpt(int from, int to) {
        int cut = Math.min(to, from + LONGEST_EXCERPT);
        String excerpt = decode(from, cut).replaceAll("\\p{Cntrl}", ".");
        return cut < to || tooLong ? excerpt + "..." : excerpt;
    }

    private String decode(int from, int to) {
        byte[] bytes = new String(text, from, to - from).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

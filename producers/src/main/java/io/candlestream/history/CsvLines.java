package io.candlestream.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The lines of a CSV file cut into fields, one at a time in constant memory; empty lines are
/// passed over, and a line may end with `\n`, `\r\n` or `\r`.
///
/// Bytes are not decoded before they are shown: what a candle is made of is ASCII. A field that
/// begins with a quote goes on to the quote that ends it, but never behind its line, so that a
/// stray quote spoils its own line and never the lines after it.
final class CsvLines implements AutoCloseable {

    /// More bytes than any row of a candle file has.
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int LONGEST_EXCERPT = 160;

    private final Path path;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte delimiter = ',';
    private byte highestSpecial = ',';

    /// Where the bytes that are still needed, the line, what comes after it and the unread rest
    /// begin.
    private int markedAt = -1;

    private int lineStart;
    private int lineEnd;
    private int position;
    private int limit;

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int fieldCount;
    private boolean quoteOpen;
    private boolean tooLong;
    private boolean lastEndedWithReturn;
    private long line;
    private long lineEnds;
    private long markedLineEnds;
    private boolean markedReturn;

    /// Takes a file over, which is closed with this.
    CsvLines(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /// Cuts at this from the next line on.
    void delimiter(char separator) {
        delimiter = (byte) separator;
        highestSpecial = (byte) Math.max(separator, '\r');
    }

    /// Goes to the next line.
    ///
    /// @return whether there is one
    /// @throws UnreadableFileException when the file cannot be read on
    boolean next() {
        try {
            do {
                if (!scan()) {
                    return false;
                }
            } while (lineEnd == lineStart && !tooLong);
            if (lineEnd - lineStart > LONGEST) {
                tooLong = true;
            }
            return true;
        } catch (IOException e) {
            throw new UnreadableFileException(path, lineEnds + 1, PackedFile.reason(e));
        }
    }

    /// Remembers this place, which must not be far from the beginning of the file.
    void mark() {
        markedAt = position;
        markedLineEnds = lineEnds;
        markedReturn = lastEndedWithReturn;
    }

    /// Goes back to the place that [#mark] remembers, and forgets it.
    ///
    /// @throws UnreadableFileException when a line that filled the buffer came in between
    void rewind() {
        if (markedAt < 0) {
            throw unreadable("its first lines are too long for candles");
        }
        lastEndedWithReturn = markedReturn;
        position = markedAt;
        lineEnds = markedLineEnds;
        markedAt = -1;
    }

    /// Forgets the place that [#mark] remembers.
    void unmark() {
        markedAt = -1;
    }

    /// The line, counted from 1; 0 before the first.
    long line() {
        return line;
    }

    int fieldCount() {
        return fieldCount;
    }

    /// The bytes that [#start] and [#end] point into; valid until the next line.
    byte[] bytes() {
        return buffer;
    }

    int start(int field) {
        return lineStart + starts[field];
    }

    int end(int field) {
        return lineStart + ends[field];
    }

    /// Where the line begins in [#bytes].
    int lineStart() {
        return lineStart;
    }

    /// How many bytes it has.
    int lineLength() {
        return lineEnd - lineStart;
    }

    /// Checks that the line is whole.
    ///
    /// @param count fields that the header has
    /// @throws MalformedRowException when it is not
    void checkFields(int count) throws MalformedRowException {
        if (fieldCount == count && !quoteOpen && !tooLong) {
            return;
        }
        if (tooLong) {
            throw new MalformedRowException(
                    "row must have at most " + LONGEST + " characters, had more");
        }
        if (quoteOpen) {
            throw new MalformedRowException("every quote must be closed in its row, one was not");
        }
        throw new MalformedRowException(
                "row must have " + count + " fields like the header, had " + fieldCount);
    }

    /// The fields as names: without spaces around them, in lower case, spaces and `-` as `_`.
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int field = 0; field < fieldCount; field++) {
            names.add(name(field(field)));
        }
        return names;
    }

    static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /// A field as text, without the quotes around it.
    String field(int field) {
        return decode(start(field), end(field));
    }

    /// The line for a message.
    String excerpt() {
        return excerpt(lineStart, lineEnd);
    }

    /// A field for a message.
    String excerpt(int field) {
        return excerpt(start(field), end(field));
    }

    /// The file cannot be what it should be, because of this line.
    UnreadableFileException unreadable(String reason) {
        return new UnreadableFileException(path, line, reason);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Cuts the next line, empty ones too.
    private boolean scan() throws IOException {
        skipLineFeedOfLast();
        lineStart = position;
        lineEnd = position;
        fieldCount = 0;
        quoteOpen = false;
        tooLong = false;
        line = lineEnds + 1;
        int fieldStart = position;
        int at = position;
        while (true) {
            while (at < limit && !isSpecial(buffer[at])) {
                at++;
            }
            if (at == limit) {
                int scanned = at - fieldStart;
                checkLength(scanned);
                int fieldAt = makeRoom(fieldStart);
                if (read()) {
                    fieldStart = fieldAt;
                    at = fieldStart + scanned;
                    continue;
                }
                position = limit;
                if (limit == lineStart && !tooLong) {
                    return false;
                }
                endLine(fieldAt, limit);
                return true;
            }
            byte found = buffer[at];
            if (found == delimiter) {
                if (isClosed(fieldStart, at)) {
                    endField(fieldStart, at);
                    fieldStart = at + 1;
                }
                at++;
            } else {
                lastEndedWithReturn = found == '\r';
                position = at + 1;
                lineEnds++;
                endLine(fieldStart, at);
                return true;
            }
        }
    }

    private void skipLineFeedOfLast() throws IOException {
        if (lastEndedWithReturn) {
            lastEndedWithReturn = false;
            lineStart = position;
            if (position == limit) {
                makeRoom(position);
                read();
            }
            if (position < limit && buffer[position] == '\n') {
                position++;
            }
        }
    }

    private boolean isSpecial(byte one) {
        return one <= highestSpecial && (one == delimiter || one == '\n' || one == '\r');
    }

    private boolean isClosed(int from, int to) {
        return from == to || buffer[from] != '"' || (to > from + 1 && buffer[to - 1] == '"');
    }

    private void endLine(int fieldStart, int at) {
        quoteOpen = !isClosed(fieldStart, at);
        endField(fieldStart, at);
        lineEnd = at;
    }

    private void endField(int from, int to) {
        checkLength(to - from);
        if (tooLong) {
            return;
        }
        if (fieldCount == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fieldCount);
            ends = Arrays.copyOf(ends, 2 * fieldCount);
        }
        boolean isQuoted = to > from + 1 && buffer[from] == '"' && buffer[to - 1] == '"';
        starts[fieldCount] = (isQuoted ? from + 1 : from) - lineStart;
        ends[fieldCount] = (isQuoted ? to - 1 : to) - lineStart;
        fieldCount++;
    }

    private void checkLength(int fieldLength) {
        if (fieldLength > LONGEST) {
            throw unreadable(
                    "a field must have at most "
                            + LONGEST
                            + " characters, had more: this is no CSV, or not with these separators");
        }
    }

    /// Moves what is still needed to the front of the buffer. Of a line that fills it, only the
    /// last field is.
    ///
    /// @return where the field that was at `fieldStart` is now
    private int makeRoom(int fieldStart) {
        int kept = markedAt >= 0 ? markedAt : lineStart;
        if (kept == 0 && limit == buffer.length) {
            tooLong = true;
            markedAt = -1;
            kept = fieldStart;
            lineStart = fieldStart;
            fieldCount = 0;
        }
        if (kept > 0) {
            System.arraycopy(buffer, kept, buffer, 0, limit - kept);
            limit -= kept;
            lineStart -= kept;
            position = Math.max(0, position - kept);
            markedAt = markedAt < 0 ? -1 : 0;
        }
        return fieldStart - kept;
    }

    private boolean read() throws IOException {
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count <= 0) {
            return false;
        }
        limit += count;
        return true;
    }

    private String excerpt(int from, int to) {
        int cut = Math.min(to, from + LONGEST_EXCERPT);
        String excerpt = decode(from, cut).replaceAll("\\p{Cntrl}", ".");
        return cut < to || tooLong ? excerpt + "..." : excerpt;
    }

    private String decode(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}

package io.candlestream.history;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Opens a file, or an entry of a zip file, as bytes behind its byte order mark, unpacked where its
/// first bytes say gzip.
///
/// What unpacks to over 64 MiB and over 300 times its size is refused as a bomb: candles pack three
/// to thirty times.
public final class PackedFile {

    static final int BUFFER_BYTES = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private PackedFile() {}

    /// Opens a file.
    ///
    /// @throws UnreadableFileException when it is not a readable file
    public static InputStream open(Path path) {
        checkRegular(path);
        try {
            return unpacked(Files.newInputStream(path));
        } catch (IOException e) {
            throw new UnreadableFileException(path, 0, reason(e));
        }
    }

    /// Says in a user's words why reading failed.
    public static String reason(IOException e) {
        return switch (e) {
            case EOFException _ -> "ends in the middle of packed data; fetch it again";
            case ZipException _ ->
                    "has broken packed data (" + e.getMessage() + "); fetch it again";
            case AccessDeniedException _ -> "cannot be read: permission denied";
            default -> "cannot be read: " + e.getMessage();
        };
    }

    static void checkRegular(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableFileException(path, 0, "must be a file, does not exist");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFileException(path, 0, "must be a regular file, is not one");
        }
    }

    /// Unpacks gzip and passes over a byte order mark.
    ///
    /// @param bytes closed when that fails
    static InputStream unpacked(InputStream bytes) throws IOException {
        @Nullable InputStream open = bytes;
        try {
            open = new BufferedInputStream(bytes, BUFFER_BYTES);
            if (startsWith(open, GZIP)) {
                Counted packed = new Counted(open);
                open =
                        new BufferedInputStream(
                                new Bounded(
                                        new GZIPInputStream(packed, BUFFER_BYTES), packed::count),
                                BUFFER_BYTES);
            }
            if (startsWith(open, BYTE_ORDER_MARK)) {
                open.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return open;
        } catch (IOException e) {
            closeAfter(e, open);
            throw e;
        }
    }

    static boolean startsWith(InputStream bytes, byte[] mark) throws IOException {
        bytes.mark(mark.length);
        boolean same = Arrays.equals(bytes.readNBytes(mark.length), mark);
        bytes.reset();
        return same;
    }

    private static void closeAfter(IOException failure, InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// Counts the bytes that pass.
    static class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /// Fails where the bytes have become too many for what they were unpacked from.
    static final class Bounded extends Counted {

        private static final long HARMLESS_BYTES = 64L << 20;
        private static final long MOST_TIMES = 300;

        private final LongSupplier packedBytes;

        Bounded(InputStream in, LongSupplier packedBytes) {
            super(in);
            this.packedBytes = packedBytes;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (count() > HARMLESS_BYTES && count() / MOST_TIMES > packedBytes.getAsLong()) {
                throw new IOException(
                        "it unpacks to over "
                                + MOST_TIMES
                                + " times its size, which no candles do");
            }
            return read;
        }
    }
}

package io.candlestream.history;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Opens a file as text, unpacked where its first bytes say gzip.
///
/// Every byte becomes one character (ISO 8859-1): what a candle is made of is ASCII, and nothing is
/// malformed in that encoding.
final class FileText {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private FileText() {}

    /// Opens a file behind its byte order mark.
    ///
    /// @throws UnreadableFileException when it is not a readable file
    static Reader open(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableFileException(path, 0, "must be a file, does not exist");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFileException(path, 0, "must be a regular file, is not one");
        }
        @Nullable InputStream bytes = null;
        try {
            bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
            if (startsWith(bytes, GZIP)) {
                bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES));
            }
            if (startsWith(bytes, BYTE_ORDER_MARK)) {
                bytes.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return new InputStreamReader(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            closeAfter(e, bytes);
            throw new UnreadableFileException(path, 0, reason(e));
        }
    }

    /// Says in a user's words why reading failed.
    static String reason(IOException e) {
        return switch (e) {
            case EOFException _ -> "ends in the middle of gzip data; fetch it again";
            case ZipException _ -> "has broken gzip data (" + e.getMessage() + "); fetch it again";
            case AccessDeniedException _ -> "cannot be read: permission denied";
            default -> "cannot be read: " + e.getMessage();
        };
    }

    private static boolean startsWith(InputStream bytes, byte[] mark) throws IOException {
        bytes.mark(mark.length);
        boolean same = Arrays.equals(bytes.readNBytes(mark.length), mark);
        bytes.reset();
        return same;
    }

    private static void closeAfter(IOException failure, @Nullable InputStream bytes) {
        try {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}

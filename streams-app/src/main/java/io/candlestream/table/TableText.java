package io.candlestream.table;

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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens a table as text in UTF-8, unpacked where its first bytes say gzip.
final class TableText {

    private static final int BUFFER_BYTES = 64 * 1024;

    private TableText() {}

    /// Opens a file. Bytes that are not UTF-8 become replacement characters.
    ///
    /// @throws TableException when it is not a readable file
    static Reader open(Path file) {
        if (!Files.exists(file)) {
            throw new TableException(file + ": must be a file, does not exist");
        }
        if (!Files.isRegularFile(file)) {
            // It is read twice where its classes are to be found.
            throw new TableException(file + ": must be a regular file, is not one");
        }
        try {
            InputStream bytes = Files.newInputStream(file);
            try {
                return new InputStreamReader(unpacked(bytes), StandardCharsets.UTF_8);
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw new TableException(file + ": " + reason(e));
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

    private static InputStream unpacked(InputStream bytes) throws IOException {
        InputStream buffered = new BufferedInputStream(bytes, BUFFER_BYTES);
        buffered.mark(2);
        boolean isGzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return isGzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }
}

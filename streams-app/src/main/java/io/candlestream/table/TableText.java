package io.candlestream.table;

import io.candlestream.history.PackedFile;
import io.candlestream.history.UnreadableFileException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Opens a table as text in UTF-8, unpacked where its first bytes say gzip.
final class TableText {

    private TableText() {}

    /// Opens a file. Bytes that are not UTF-8 become replacement characters.
    ///
    /// @throws TableException when it is not a readable file; it may be read twice, where its
    ///   classes are to be found
    static Reader open(Path file) {
        try {
            return new InputStreamReader(PackedFile.open(file), StandardCharsets.UTF_8);
        } catch (UnreadableFileException e) {
            throw new TableException(String.valueOf(e.getMessage()));
        }
    }

    /// Says in a user's words why reading failed.
    static String reason(IOException e) {
        return PackedFile.reason(e);
    }
}

package io.candlestream.cli;

import io.candlestream.history.BadRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rows of files that were left out: the first of them on standard error, all of them in a file
/// where the user wants one, `file,line,reason,text`.
final class RowRejections implements Consumer<BadRow>, AutoCloseable {

    private static final int MOST_TOLD = 20;

    private final Console console;
    private final @Nullable BufferedWriter out;
    private long count;

    /// @param report the file to be written; null for none
    /// @param append whether to go on with it, or else to begin it over one that has its name
    RowRejections(Console console, @Nullable Path report, boolean append) {
        this.console = console;
        try {
            out = report == null ? null : writer(report, append);
            if (!append) {
                write("file,line,reason,text\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + report, e);
        }
    }

    @Override
    public void accept(BadRow row) {
        count++;
        if (count <= MOST_TOLD) {
            console.err().println(row);
        }
        write(
                quoted(row.file().toString())
                        + ','
                        + row.line()
                        + ','
                        + quoted(row.reason())
                        + ','
                        + quoted(row.text())
                        + '\n');
    }

    /// How many there were.
    long count() {
        return count;
    }

    @Override
    public void close() {
        if (count > MOST_TOLD) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "... and %,d rows more were left out%s%n",
                            count - MOST_TOLD,
                            out == null ? "; --rejections FILE keeps them all" : "");
        }
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedWriter writer(Path report, boolean append) throws IOException {
        return append
                ? Files.newBufferedWriter(report, StandardOpenOption.APPEND)
                : Files.newBufferedWriter(report);
    }

    private void write(String text) {
        try {
            if (out != null) {
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the rows that are left out", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}

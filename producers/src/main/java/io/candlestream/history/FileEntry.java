package io.candlestream.history;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A file, or an entry of a zip file.
///
/// @param path the file
/// @param name the entry's name, empty for the file itself
record FileEntry(Path path, String name) {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final int MOST_ENTRIES = 10_000;
    private static final int LOOKED_AT = 4_096;

    /// The entries of a file: those of a zip that may hold candles, or the file itself.
    ///
    /// @throws UnreadableFileException when it is not a readable file
    static List<FileEntry> of(Path path) {
        PackedFile.checkRegular(path);
        try {
            if (!isZip(path)) {
                return List.of(new FileEntry(path, ""));
            }
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return entries(path, zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(path, 0, reason(e));
        }
    }

    /// What messages call it.
    Path shown() {
        if (name.isEmpty()) {
            return path;
        }
        try {
            return Path.of(path + "!" + name);
        } catch (InvalidPathException _) {
            return path;
        }
    }

    /// The name of the file or the entry, without folders.
    String fileName() {
        if (!name.isEmpty()) {
            return name.substring(name.lastIndexOf('/') + 1);
        }
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    /// Starts reading.
    ///
    /// @throws UnreadableFileException when there are no candles in it
    CandleRows open(ColumnNames names) {
        PackedFile.checkRegular(path);
        try {
            if (name.isEmpty() && startsWith(path, PARQUET)) {
                return new ParquetCandles(path, names);
            }
            return rows(new BufferedInputStream(bytes(), PackedFile.BUFFER_BYTES), names);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(shown(), 0, reason(e));
        }
    }

    private CandleRows rows(InputStream in, ColumnNames names) throws IOException {
        byte[] start;
        try {
            in.mark(LOOKED_AT);
            start = in.readNBytes(LOOKED_AT);
            in.reset();
        } catch (IOException e) {
            in.close();
            throw e;
        }
        if (Arrays.equals(start, 0, Math.min(4, start.length), PARQUET, 0, 4)) {
            in.close();
            throw new UnreadableFileException(
                    shown(), 0, "a parquet file must be neither packed nor in a zip; unpack it");
        }
        int first = firstMark(start, 0);
        int second = first == '[' ? firstMark(start, markAt(start, 0) + 1) : -1;
        if (second == '[' || second == '{' || second == ']') {
            return new JsonCandles(shown(), in, names);
        }
        CsvLines lines = new CsvLines(shown(), in);
        return first == '[' || first == '{'
                ? new JsonLineCandles(lines, names)
                : new CsvCandles(shown(), lines, names);
    }

    private InputStream bytes() throws IOException {
        if (name.isEmpty() && !isZip(path)) {
            return PackedFile.open(path);
        }
        ZipFile zip = new ZipFile(path.toFile());
        try {
            ZipEntry entry = entry(zip);
            long packed = Math.max(1, entry.getCompressedSize());
            return new Zipped(
                    PackedFile.unpacked(
                            new PackedFile.Bounded(zip.getInputStream(entry), () -> packed)),
                    zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private ZipEntry entry(ZipFile zip) throws IOException {
        String wanted = name;
        if (wanted.isEmpty()) {
            List<FileEntry> entries = entries(path, zip);
            if (entries.size() > 1) {
                throw new IOException("it has " + entries.size() + " entries, not one");
            }
            wanted = entries.getFirst().name;
        }
        @Nullable ZipEntry entry = zip.getEntry(wanted);
        if (entry == null) {
            throw new IOException("it has no entry " + wanted);
        }
        return entry;
    }

    private static List<FileEntry> entries(Path path, ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new IOException(
                    "a zip must have at most %d entries, had %d"
                            .formatted(MOST_ENTRIES, zip.size()));
        }
        List<FileEntry> entries = new ArrayList<>();
        zip.stream()
                .filter(entry -> !entry.isDirectory() && isData(entry.getName()))
                .forEach(entry -> entries.add(new FileEntry(path, entry.getName())));
        if (entries.isEmpty()) {
            throw new IOException("a zip must have an entry of candles, has none");
        }
        return entries;
    }

    /// Tells by its name whether a file may hold candles.
    static boolean isData(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return !lower.contains("__macosx")
                && (plain.endsWith(".csv")
                        || plain.endsWith(".tsv")
                        || plain.endsWith(".txt")
                        || plain.endsWith(".json")
                        || plain.endsWith(".jsonl")
                        || plain.endsWith(".ndjson")
                        || plain.endsWith(".zip")
                        || plain.endsWith(".parquet"));
    }

    private static boolean isZip(Path path) throws IOException {
        return startsWith(path, ZIP);
    }

    private static boolean startsWith(Path path, byte[] mark) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }

    private static int firstMark(byte[] bytes, int from) {
        int at = markAt(bytes, from);
        return at < bytes.length ? bytes[at] : -1;
    }

    private static int markAt(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    private static String reason(Exception e) {
        return e instanceof IOException io
                ? PackedFile.reason(io)
                : "has broken packed data (" + e.getMessage() + "); fetch it again";
    }

    /// Closes the zip with its entry.
    private static final class Zipped extends FilterInputStream {

        private final ZipFile zip;

        Zipped(InputStream in, ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}

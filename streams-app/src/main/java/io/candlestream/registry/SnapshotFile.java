package io.candlestream.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Snapshots in files, as JSON or in the compact form. A file is there whole or not at all: it has
/// another name until it is finished.
public final class SnapshotFile {

    /// How a snapshot is written down.
    public enum Form {
        /// To be read.
        JSON,
        /// In few bytes.
        BINARY
    }

    private SnapshotFile() {}

    /// Reads a file of either form.
    ///
    /// @throws RegistryException when it cannot be read or is no snapshot
    public static Snapshot read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return SnapshotFormat.isBinary(bytes)
                    ? SnapshotFormat.read(bytes)
                    : SnapshotJson.read(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString());
        } catch (CharacterCodingException e) {
            throw new RegistryException(
                    file + ": must be a snapshot of a model, was something else");
        } catch (RegistryException e) {
            throw new RegistryException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new RegistryException(file + ": must be a file that can be read: " + e);
        }
    }

    /// Writes a file, over one that has its name.
    ///
    /// @throws UncheckedIOException when it cannot be written; what was there is there still
    public static void write(Path file, Snapshot snapshot, Form form) {
        byte[] bytes =
                switch (form) {
                    case JSON -> text(snapshot).getBytes(StandardCharsets.UTF_8);
                    case BINARY -> SnapshotFormat.write(snapshot);
                };
        Path written = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.write(written, bytes);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// @return the snapshot as JSON, with the end of its last line
    public static String text(Snapshot snapshot) {
        return SnapshotJson.write(snapshot) + "\n";
    }

    /// The files of a folder that are called as snapshots are, `model*.json` and `*.csm`, by name.
    ///
    /// @throws RegistryException when it is no folder that can be read
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SnapshotFile::isCalledSo).sorted().toList();
        } catch (IOException e) {
            throw new RegistryException(folder + ": must be a folder that can be read: " + e);
        }
    }

    private static boolean isCalledSo(Path file) {
        String name = file.getFileName().toString();
        return (name.startsWith("model") && name.endsWith(".json")) || name.endsWith(".csm");
    }
}

package io.candlestream.training;

import io.candlestream.registry.SnapshotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of a training's files. Each has another name until it is whole, and `report.json` is
/// written last, so a folder that has it has everything.
///
/// Not thread-safe.
public final class TrainingFolder implements AutoCloseable {

    private static final String REPORT = "report.json";

    private final Path path;
    private final boolean isNew;

    private TrainingFolder(Path path, boolean isNew) {
        this.path = path;
        this.isNew = isNew;
    }

    /// Makes the folder, or takes one that is there if it may be written over.
    ///
    /// @throws TrainingException when it is there and may not be written over, or cannot be made
    public static TrainingFolder open(Path path, boolean overwrite) {
        boolean isNew = !Files.exists(path);
        if (!isNew && !overwrite) {
            throw new TrainingException(
                    path + ": must not exist, or --overwrite be given; it exists");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new TrainingException(path + ": must be a folder that can be written to: " + e);
        }
        return new TrainingFolder(path, isNew);
    }

    /// Writes the report, the curves and the models, instead of those of an earlier training.
    ///
    /// @throws UncheckedIOException when a file cannot be written; there is no report then
    public void write(TrainingReport report) {
        Path file = path.resolve(REPORT);
        Path written = path.resolve(REPORT + ".unfinished");
        try {
            Files.deleteIfExists(file);
            dropModels();
            CurvesCsv.write(path.resolve("curves.csv"), report.series());
            writeModels(report);
            Files.writeString(written, report.toJson() + "\n");
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// A model of an earlier training is none of this one.
    private void dropModels() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(TrainingFolder::isModel).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isModel(Path file) {
        return file.getFileName().toString().matches("model(-.*)?\\.json");
    }

    private void writeModels(TrainingReport report) {
        long count = report.series().stream().mapToLong(series -> series.models().size()).sum();
        Set<String> taken = new HashSet<>();
        for (TrainedSeries series : report.series()) {
            for (TrainedModel model : series.models()) {
                String name = count == 1 ? "model" : name(model.snapshot().id(), taken);
                SnapshotFile.write(
                        path.resolve(name + ".json"), model.snapshot(), SnapshotFile.Form.JSON);
            }
        }
    }

    /// Two instruments may differ in characters alone that a file's name cannot have everywhere.
    private static String name(String id, Set<String> taken) {
        String plain = "model-" + id.replaceAll("[^A-Za-z0-9._-]", "-");
        String name = plain;
        for (int number = 2; !taken.add(name); number++) {
            name = plain + '-' + number;
        }
        return name;
    }

    /// Leaves no empty folder behind, which would stand in the way of the next attempt.
    @Override
    public void close() {
        try {
            if (isNew) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryNotEmptyException _) {
            // As it should be.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}

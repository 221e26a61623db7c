package io.candlestream.backtest;

import io.candlestream.candle.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder of a backtest's files. `report.json` is written last and given its name when it is
/// whole, so a folder that has it has everything.
///
/// Not thread-safe.
public final class BacktestFolder implements AutoCloseable {

    private static final String REPORT = "report.json";

    private final Path path;
    private final boolean isNew;

    private BacktestFolder(Path path, boolean isNew) {
        this.path = path;
        this.isNew = isNew;
    }

    /// Makes the folder, or takes one that is there if it may be written over.
    ///
    /// @throws BacktestException when it is there and may not be written over, or cannot be made
    public static BacktestFolder open(Path path, boolean overwrite) {
        boolean isNew = !Files.exists(path);
        if (!isNew && !overwrite) {
            throw new BacktestException(
                    path + ": must not exist, or --overwrite be given; it exists");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new BacktestException(path + ": must be a folder that can be written to: " + e);
        }
        return new BacktestFolder(path, isNew);
    }

    /// Where the equity curve goes.
    ///
    /// @param isOnly whether there is one account alone
    public Path equityCurve(Series series, boolean isOnly) {
        String name = series.instrument().toString().replaceAll("[^A-Za-z0-9._-]", "-");
        return path.resolve(isOnly ? "equity_curve.csv" : "equity_curve-" + name + ".csv");
    }

    /// Where the trades go.
    public Path trades() {
        return path.resolve("trades.csv");
    }

    /// Where predictions go.
    public Path predictions() {
        return path.resolve("predictions.csv");
    }

    /// Takes away the report of an earlier run, of whose files some are about to be replaced.
    ///
    /// @throws UncheckedIOException when it cannot be taken away
    public void dropReport() {
        try {
            Files.deleteIfExists(path.resolve(REPORT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path.resolve(REPORT), e);
        }
    }

    /// Writes `report.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeReport(String json) {
        write(REPORT, json);
    }

    /// Writes `feature_importance.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeImportance(String json) {
        write("feature_importance.json", json);
    }

    /// Writes `manifest.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeManifest(String json) {
        write("manifest.json", json);
    }

    private void write(String name, String json) {
        Path file = path.resolve(name);
        Path written = path.resolve(name + ".unfinished");
        try {
            Files.writeString(written, json + "\n");
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, withoutTheRest(e, written));
        }
    }

    /// Takes away what was written of a file that could not be finished.
    private static IOException withoutTheRest(IOException cause, Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
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

package io.candlestream.backtest;

import com.fasterxml.jackson.databind.JsonNode;
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

    /// Name of the page to look at.
    public static final String PAGE = "report.html";

    private final Path path;
    private final boolean isNew;
    private final boolean mayOverwrite;

    private BacktestFolder(Path path, boolean isNew, boolean mayOverwrite) {
        this.mayOverwrite = mayOverwrite;
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
        return new BacktestFolder(path, isNew, overwrite);
    }

    /// A folder within it, of one run of several; written over if this one may be.
    ///
    /// @throws BacktestException when it is there and may not be written over, or cannot be made
    public BacktestFolder within(String name) {
        return open(path.resolve(name), mayOverwrite);
    }

    /// @return what the folder itself is called, without what it lies in
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
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

    /// Takes away the report and the page of an earlier run, of whose files some are about to be
    /// replaced.
    ///
    /// @throws UncheckedIOException when they cannot be taken away
    public void dropReport() {
        try {
            Files.deleteIfExists(path.resolve(REPORT));
            Files.deleteIfExists(path.resolve(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path.resolve(REPORT), e);
        }
    }

    /// Writes `report.html`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writePage(String html) {
        write(PAGE, html);
    }

    /// Writes `report.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeReport(JsonNode json) {
        write(REPORT, json.toPrettyString() + "\n");
    }

    /// Writes `sweep.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeSweep(JsonNode json) {
        write("sweep.json", json.toPrettyString() + "\n");
    }

    /// Writes `feature_importance.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeImportance(JsonNode json) {
        write("feature_importance.json", json.toPrettyString() + "\n");
    }

    /// Writes `manifest.json`.
    ///
    /// @throws UncheckedIOException when it cannot be written; there is none then
    public void writeManifest(JsonNode json) {
        write("manifest.json", json.toPrettyString() + "\n");
    }

    private void write(String name, String text) {
        Path file = path.resolve(name);
        Path written = path.resolve(name + ".unfinished");
        try {
            Files.writeString(written, text);
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

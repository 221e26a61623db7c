package io.candlestream.replay;

import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The predictions file: `instrument,open_time,close_time,model,prediction,confidence` and one
/// column a class, or `value` where the label is a number; prediction and confidence are empty
/// then.
///
/// Times are UTC epoch milliseconds. Numbers are the shortest decimals that give back the exact
/// bits, with at most 17 significant digits, so two files are equal exactly when every prediction
/// in them is. The replay and the readers of the topic write through this same class.
public final class PredictionsCsv implements AutoCloseable {

    private final Writer out;
    private final StringBuilder row = new StringBuilder();

    /// Writes the header.
    ///
    /// @param out where to
    /// @param classNames of the label; empty where it is a number
    /// @throws UncheckedIOException when it cannot be written
    public PredictionsCsv(Writer out, List<String> classNames) {
        this.out = out;
        row.append("instrument,open_time,close_time,model,prediction,confidence");
        if (classNames.isEmpty()) {
            row.append(",value");
        }
        classNames.forEach(name -> row.append(',').append(name));
        writeRow();
    }

    /// Makes a new file, over one that has its name.
    ///
    /// @param classNames of the label; empty where it is a number
    /// @throws UncheckedIOException when it cannot be written
    public static PredictionsCsv create(Path file, List<String> classNames) {
        try {
            return new PredictionsCsv(Files.newBufferedWriter(file), classNames);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Writes one row.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void write(Prediction prediction) {
        row.append(prediction.getInstrument())
                .append(',')
                .append(prediction.getOpenTime().toEpochMilli())
                .append(',')
                .append(prediction.getCloseTime().toEpochMilli())
                .append(',')
                .append(prediction.getModel())
                .append(',')
                .append(prediction.getPrediction())
                .append(',');
        Double value = prediction.getValue();
        if (value == null) {
            row.append(prediction.getConfidence());
        } else {
            row.append(',').append(value.doubleValue());
        }
        for (ClassProbability probability : prediction.getClasses()) {
            row.append(',').append(probability.getProbability());
        }
        writeRow();
    }

    /// Passes on what was written.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeRow() {
        try {
            out.append(row.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row.setLength(0);
    }
}

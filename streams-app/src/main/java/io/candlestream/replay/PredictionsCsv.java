package io.candlestream.replay;

import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Prediction;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// The predictions file: `instrument,open_time,close_time,model,prediction,confidence` and one column a class.
///
/// Times are UTC epoch milliseconds. Numbers are the shortest decimals that give back the exact bits, with at most 17
/// significant digits, so two files are equal exactly when every prediction in them is. The replay and the readers of the
/// topic write through this same class.
public final class PredictionsCsv implements Closeable, Flushable {

    private final Writer out;
    private final StringBuilder row = new StringBuilder();

    /// Writes the header.
    ///
    /// @param classes names of the classes, in the order of their columns
    /// @throws IOException when the file cannot be written
    public PredictionsCsv(Writer out, List<String> classes) throws IOException {
        this.out = out;
        out.write("instrument,open_time,close_time,model,prediction,confidence,");
        out.write(String.join(",", classes));
        out.write('\n');
    }

    /// Writes one row.
    ///
    /// @throws IOException when the file cannot be written
    public void write(Prediction prediction) throws IOException {
        row.setLength(0);
        row.append(prediction.getInstrument())
                .append(',')
                .append(prediction.getOpenTime().toEpochMilli())
                .append(',')
                .append(prediction.getCloseTime().toEpochMilli())
                .append(',')
                .append(prediction.getModel())
                .append(',')
                .append(prediction.getPrediction())
                .append(',')
                .append(prediction.getConfidence());
        for (ClassProbability probability : prediction.getClasses()) {
            row.append(',').append(probability.getProbability());
        }
        out.append(row.append('\n'));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.learner.NamedModel;
import io.candlestream.table.CsvOutput;
import java.nio.file.Path;
import java.util.List;

/// What was predicted in test windows:
/// `instrument,open_time,close_time,model,prediction,confidence` and a column a class; a row a
/// candle and model.
///
/// Not thread-safe.
public final class ForecastsCsv implements AutoCloseable {

    private final CsvOutput out;
    private final List<String> classNames;

    /// Writes the header.
    ///
    /// @param classNames of the label
    /// @throws io.candlestream.table.TableException when the file cannot be written
    public ForecastsCsv(Path file, List<String> classNames) {
        this.classNames = List.copyOf(classNames);
        out = new CsvOutput(file);
        out.text("instrument")
                .text("open_time")
                .text("close_time")
                .text("model")
                .text("prediction")
                .text("confidence");
        classNames.forEach(out::text);
        out.endRow();
    }

    /// Writes the rows of a candle.
    ///
    /// @throws java.io.UncheckedIOException when they cannot be written
    void write(Series series, Candle candle, List<NamedModel> models, Forecast forecast) {
        for (int m = 0; m < models.size(); m++) {
            int predicted = forecast.predicted(m);
            double[] probabilities = forecast.probabilities(m);
            out.text(series.instrument().toString())
                    .whole(candle.openTimeMs())
                    .whole(candle.closeTimeMs())
                    .text(models.get(m).id())
                    .text(classNames.get(predicted))
                    .number(probabilities[predicted]);
            for (double probability : probabilities) {
                out.number(probability);
            }
            out.endRow();
        }
    }

    /// Ends the file and gives it its name.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written
    public void finish() {
        out.finish();
    }

    @Override
    public void close() {
        out.close();
    }
}

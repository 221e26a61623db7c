package io.candlestream.replay;

import io.candlestream.candle.Candle;
import io.candlestream.feature.IndicatorGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// The features file: `instrument,interval,open_time` and a column a feature, in the order asked,
/// headed by its expression; a field is empty while its feature warms up.
///
/// Times are UTC epoch milliseconds. Numbers are the shortest decimals that give back the exact
/// bits.
public final class FeaturesCsv implements AutoCloseable {

    private final Writer out;
    private final StringBuilder row = new StringBuilder();

    /// Writes the header.
    ///
    /// @param names the expressions
    /// @throws UncheckedIOException when it cannot be written
    public FeaturesCsv(Writer out, List<String> names) {
        this.out = out;
        row.append("instrument,interval,open_time");
        names.forEach(name -> row.append(",\"").append(name.replace("\"", "\"\"")).append('"'));
        writeRow();
    }

    /// Writes one row.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public void write(Candle candle, IndicatorGraph graph) {
        row.append(candle.series().instrument())
                .append(',')
                .append(candle.series().interval())
                .append(',')
                .append(candle.openTimeMs());
        for (int i = 0; i < graph.size(); i++) {
            row.append(',');
            if (graph.ready(i)) {
                row.append(graph.value(i));
            }
        }
        writeRow();
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

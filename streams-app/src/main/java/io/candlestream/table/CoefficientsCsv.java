package io.candlestream.table;

import io.candlestream.model.OnlineModel;
import java.util.List;

/// The coefficients file: `row`, then `coefI_NAME` for every row I of coefficients and every
/// feature, then `interceptI`; a line says what they were after that row of the table.
///
/// Lines are of the rows 1 to 10 and every N-th where that is asked for, and always of the last.
/// Not thread-safe.
public final class CoefficientsCsv {

    private static final int FIRST_ROWS = 10;

    private final CsvOutput out;
    private final OnlineModel model;
    private final long every;
    private long seen;
    private long written;

    /// Writes the header.
    ///
    /// @param features their names
    /// @param every how many rows from line to line, or 0 for the last row alone
    public CoefficientsCsv(CsvOutput out, OnlineModel model, List<String> features, long every) {
        this.out = out;
        this.model = model;
        this.every = every;
        int rowCount = model.coefficients().length;
        out.text("row");
        for (int i = 0; i < rowCount; i++) {
            for (String feature : features) {
                out.text("coef" + i + '_' + feature);
            }
        }
        for (int i = 0; i < rowCount; i++) {
            out.text("intercept" + i);
        }
        out.endRow();
    }

    /// Takes note that the model has learned from a row.
    ///
    /// @param row its number in the table
    public void take(long row) {
        seen = row;
        if (every > 0 && (row <= FIRST_ROWS || row % every == 0)) {
            write();
        }
    }

    /// Writes the line of the last row.
    public void finish() {
        if (written != seen) {
            write();
        }
        out.finish();
    }

    private void write() {
        written = seen;
        double[][] rows = model.coefficients();
        int featureCount = model.featureCount();
        out.whole(seen);
        for (double[] row : rows) {
            for (int j = 0; j < featureCount; j++) {
                out.number(row[j]);
            }
        }
        for (double[] row : rows) {
            out.number(row[featureCount]);
        }
        out.endRow();
    }
}

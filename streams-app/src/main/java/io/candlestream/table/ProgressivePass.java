package io.candlestream.table;

import io.candlestream.feature.Scaler;
import java.util.function.Consumer;

/// One pass over a table, in which every row is first predicted and then learned from, so that what
/// is measured is what would have been known at the time.
///
/// ```
/// row -> scaler learns and scales it -> predict -> score -> learn
/// ```
///
/// The scaler takes a row before it is predicted, never a later one, and no target.
///
/// Source: A. Blum, A. Kalai and J. Langford, _Beating the hold-out: bounds for k-fold and
/// progressive cross-validation_, COLT 1999.
public final class ProgressivePass {

    private final Table table;
    private final Validation validation;
    private final Scaler scaler;
    private long usableCount;
    private long refusedCount;

    /// A pass that has not begun.
    public ProgressivePass(Table table, Validation validation, Scaler scaler) {
        this.table = table;
        this.validation = validation;
        this.scaler = scaler;
    }

    /// Makes the pass.
    ///
    /// @param refused is told of every row that cannot be learned from
    /// @param learned is told of every other, after it was learned from
    /// @throws TableException when the table cannot be read to its end, or has no row to learn from
    public void run(Consumer<RefusedRow> refused, Consumer<TableRows> learned) {
        Task task =
                switch (validation) {
                    case ClassValidation _ -> Task.CLASSES;
                    case NumberValidation _ -> Task.NUMBERS;
                };
        double[] scaled = new double[table.columns().size() - 1];
        try (TableRows rows = table.rows(task, refused)) {
            while (rows.next()) {
                scaler.updateAndTransform(rows.features(), scaled);
                validation.take(scaled, rows);
                learned.accept(rows);
            }
            usableCount = rows.usableCount();
            refusedCount = rows.refusedCount();
        }
        if (usableCount == 0) {
            throw new TableException(
                    "%s: must have at least 1 row to learn from, had none; %,d were refused"
                            .formatted(table.file(), refusedCount));
        }
    }

    /// How many rows were predicted and learned from.
    public long usableCount() {
        return usableCount;
    }

    /// How many rows were refused.
    public long refusedCount() {
        return refusedCount;
    }
}

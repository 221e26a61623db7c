/// Progressive validation of a model on any table: predict each row, then learn from it.
///
/// ```
/// CSV file -> Table -> TableRows -> Scaler -> Validation: predict, score, learn -> measures beside baselines
///                                                      -> CsvOutput: predictions, coefficients
/// ```
///
/// Read [io.candlestream.table.ProgressivePass] first.
@NullMarked
package io.candlestream.table;

import org.jspecify.annotations.NullMarked;

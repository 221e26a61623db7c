package io.candlestream.table;

import io.candlestream.model.OnlineModel;

/// A model that predicts each row before it learns from it, beside baselines.
public sealed interface Validation permits ClassValidation, NumberValidation {

    /// The model.
    OnlineModel model();

    /// Predicts, scores the prediction, learns.
    ///
    /// @param features of the row, scaled
    /// @param row has the target
    void take(double[] features, TableRows row);

    /// Writes `row,target,prediction` and what else is predicted.
    void writeHeader(CsvOutput out);

    /// Writes what was predicted for the row taken last.
    void writePrediction(TableRows row, CsvOutput out);
}

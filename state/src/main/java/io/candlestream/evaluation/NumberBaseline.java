package io.candlestream.evaluation;

import io.candlestream.codec.Stateful;

/// A yardstick for forecasts of a number: a forecaster that knows nothing but the values that came
/// true before.
///
/// The contract every implementation passes: a forecast is finite and 0 before the first value;
/// predicting changes nothing; neither verb allocates.
///
/// Not thread-safe: owned by one stream task.
public interface NumberBaseline extends Stateful {

    /// @return what it is called in scores, lower case with underscores
    String name();

    /// @return the number predicted, in the unit of the values
    double predict();

    /// Learns what came true.
    ///
    /// @param value from -1e75 to 1e75
    /// @throws IllegalArgumentException when it is not
    void learn(double value);
}

package io.candlestream.audit;

import java.util.List;

/// What a model predicted at one close.
///
/// @param openTimeMs of the candle, UTC epoch milliseconds
/// @param model its number
/// @param predicted index of a class
/// @param probabilities one a class
/// @param label index of the class that came true, -1 where it is not known
public record ForecastRow(
        long openTimeMs, int model, int predicted, List<Double> probabilities, int label) {

    /// Copies the probabilities.
    public ForecastRow {
        probabilities = List.copyOf(probabilities);
    }

    /// Tells whether the other one predicts the same, to the bit; labels may differ, for they come
    /// later.
    boolean isSameAs(ForecastRow other) {
        // Double.equals compares bits.
        return openTimeMs == other.openTimeMs
                && model == other.model
                && predicted == other.predicted
                && probabilities.equals(other.probabilities);
    }

    boolean isLabelled() {
        return label >= 0;
    }
}

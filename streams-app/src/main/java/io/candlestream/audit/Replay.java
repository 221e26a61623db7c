package io.candlestream.audit;

import java.util.List;

/// What a subject did with a history.
///
/// @param forecasts over all test windows, in the order of the candles
/// @param folds what each fold learned from, in their order
/// @param digest of all that the subject would have written, as hexadecimal digits
public record Replay(List<ForecastRow> forecasts, List<LearnedRows> folds, String digest) {

    /// Copies the lists.
    public Replay {
        forecasts = List.copyOf(forecasts);
        folds = List.copyOf(folds);
    }
}

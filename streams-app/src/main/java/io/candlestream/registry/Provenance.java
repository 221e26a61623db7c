package io.candlestream.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// How a model came about, and what it was worth then.
///
/// @param trainedFromMs open of the first candle that was learned from, UTC epoch milliseconds
/// @param trainedToMs close of the last candle that gave a label
/// @param epochs how often it went over what lies between, at least 1
/// @param learnedCount examples it has learned, refused ones left out
/// @param measures figures over examples it had not seen, by name, in a fixed order
public record Provenance(
        long trainedFromMs,
        long trainedToMs,
        int epochs,
        long learnedCount,
        SequencedMap<String, Double> measures) {

    /// Checks the ranges and copies the measures.
    ///
    /// @throws IllegalArgumentException when the time ends before it begins, a count is too low, or
    ///   a measure is not finite
    public Provenance {
        if (trainedToMs < trainedFromMs) {
            throw new IllegalArgumentException(
                    "training must end after it began, was from %d to %d"
                            .formatted(trainedFromMs, trainedToMs));
        }
        if (epochs < 1 || learnedCount < 0) {
            throw new IllegalArgumentException(
                    "epochs must be at least 1 and examples at least 0, were %d and %d"
                            .formatted(epochs, learnedCount));
        }
        for (Map.Entry<String, Double> measure : measures.sequencedEntrySet()) {
            if (!Double.isFinite(measure.getValue())) {
                throw new IllegalArgumentException(
                        "measure %s must be finite, was %s"
                                .formatted(measure.getKey(), measure.getValue()));
            }
        }
        measures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(measures));
    }
}

package io.candlestream.learner;

import io.candlestream.candle.Candle;
import io.candlestream.signal.SignalReadings;

/// What a learner learns from: a candle, and what the signals say at its close.
///
/// @param candle a closed candle
/// @param signals of the signals that the features read, in their order
public record Observation(Candle candle, SignalReadings signals) {

    /// A candle for features that read no signal.
    public Observation(Candle candle) {
        this(candle, SignalReadings.NONE);
    }
}

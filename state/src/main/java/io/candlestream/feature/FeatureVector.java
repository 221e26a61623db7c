package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.codec.Stateful;
import io.candlestream.signal.SignalReadings;

/// The features of one series, advanced candle by candle.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
public sealed interface FeatureVector extends Stateful permits Features, IndicatorGraph {

    /// Takes the next candle, which has passed the gate.
    void update(Candle candle);

    /// Takes the next candle with what the signals say at its close.
    ///
    /// @param readings of the signals that the features read, in the order of [SignalUses#names]
    default void update(Candle candle, SignalReadings readings) {
        update(candle);
    }

    /// @return how many candles it takes until every feature has a value
    int warmUp();

    /// @return whether every feature has a value
    boolean ready();

    /// Writes the features as of the latest candle; to be called when they are ready.
    ///
    /// @param into receives one number a feature, in the order of the set
    void values(double[] into);
}

package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.codec.Stateful;

/// The features of one series, advanced candle by candle.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
public sealed interface FeatureVector extends Stateful permits Features, IndicatorGraph {

    /// Takes the next candle, which has passed the gate.
    void update(Candle candle);

    /// @return how many candles it takes until every feature has a value
    int warmUp();

    /// @return whether every feature has a value
    boolean ready();

    /// Writes the features as of the latest candle; to be called when they are ready.
    ///
    /// @param into receives one number a feature, in the order of the set
    void values(double[] into);
}

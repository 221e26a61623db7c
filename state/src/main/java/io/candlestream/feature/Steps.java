package io.candlestream.feature;

/// Advances the nodes of a graph that are all ready, each once, inputs first.
///
/// Values that follow from others it keeps to itself, where they lie side by side; the nodes get
/// them when somebody is going to look. Its subclasses are generated, one for each shape of graph:
/// see [StepsGenerator].
abstract class Steps {

    /// Takes the next candle, of which the [io.candlestream.indicator.Quote]s know already.
    abstract void advance(
            double openTime, double open, double high, double low, double close, double volume);

    /// Writes the graph's outputs as of the latest candle.
    ///
    /// @param into receives one number an output
    abstract void values(double[] into);

    /// Gives every node the value that it has as of the latest candle.
    abstract void settle();
}

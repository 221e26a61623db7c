package io.candlestream.feature;

/// Advances the nodes of a graph that are all ready, each once, inputs first.
///
/// Its subclasses are generated, one for each shape of graph: see [StepsGenerator].
abstract class Steps {

    /// Takes the next candle, of which the [io.candlestream.indicator.Quote]s know already.
    abstract void advance(
            double openTime, double open, double high, double low, double close, double volume);
}

package io.candlestream.signal;

/// What changes a [SignalHistory].
public sealed interface SignalChange {

    /// A signal came.
    record Came(Signal signal) implements SignalChange {}

    /// A candle of the instrument was taken: what is not after its close is settled.
    ///
    /// @param closeTimeMs UTC epoch milliseconds
    record Closed(long closeTimeMs) implements SignalChange {}
}

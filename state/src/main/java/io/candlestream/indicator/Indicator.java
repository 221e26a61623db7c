package io.candlestream.indicator;

import io.candlestream.codec.Stateful;

/// A number that follows a series, or several that are made together.
///
/// Every implementation has an `update` of its own, because inputs differ: a number, a candle's
/// high, low and close, or nothing when it reads a [Ring] or another indicator that its owner has
/// just advanced. Several outputs have a method each; [#value] is the first one the class names.
///
/// The contract every implementation passes:
///
/// - it is ready after exactly [#warmUp] updates and stays ready;
/// - every output is finite for finite inputs within the limits of [io.candlestream.candle.Candle]s
///   that passed the gate: prices from 1e-30 to 1e30, volumes from 0 to 1e30;
/// - an update takes constant time, amortised, and neither it nor an output allocates;
/// - the same inputs in the same order give the same bits.
///
/// Not thread-safe: owned by one stream task.
public interface Indicator extends Stateful {

    /// @return how many updates it takes until there is a value, at least 1
    int warmUp();

    /// @return whether there is a value
    boolean ready();

    /// @return the first output, as of the latest update
    /// @throws IllegalStateException before [#ready]
    double value();
}

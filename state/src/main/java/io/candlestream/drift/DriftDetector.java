package io.candlestream.drift;

import io.candlestream.codec.Stateful;

/// Notices that losses have grown.
///
/// The contract every implementation passes: constant losses and losses that only fall are no
/// drift; restored at any prefix it continues to the bit; the state has the same size at every
/// time; updating does not allocate; a loss that is no finite number changes nothing. A loss
/// further than 1e75 from zero counts as 1e75 with its sign, so that any finite loss is safe.
///
/// Not thread-safe: owned by one stream task.
public interface DriftDetector extends Stateful {

    /// @return what it is called in alerts, lower case with underscores
    String name();

    /// Takes the loss of the next outcome.
    ///
    /// @param loss any finite number, larger is worse
    /// @return what is to be said of the losses, this one among them
    /// @throws IllegalArgumentException when the loss is not finite
    Drift update(double loss);
}

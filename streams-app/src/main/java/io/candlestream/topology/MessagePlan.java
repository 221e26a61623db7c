package io.candlestream.topology;

/// How often the compacted topics get a new value, and how much a prediction says. Counted in
/// outcomes, not in seconds, so that the same candles give the same messages.
///
/// @param metricsEvery outcomes of a series between two messages on metrics, at least 1
/// @param snapshotEvery outcomes of a series between two messages on models, at least 1
/// @param contributions how many features a prediction names that moved it most, from 0 to 100
public record MessagePlan(int metricsEvery, int snapshotEvery, int contributions) {

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException when one is out of range
    public MessagePlan {
        if (metricsEvery < 1 || snapshotEvery < 1) {
            throw new IllegalArgumentException(
                    "outcomes between two messages must be at least 1, were "
                            + metricsEvery
                            + " and "
                            + snapshotEvery);
        }
        if (contributions < 0 || contributions > 100) {
            throw new IllegalArgumentException(
                    "contributions must be from 0 to 100, were " + contributions);
        }
    }
}

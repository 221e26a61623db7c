package io.candlestream.topology;

/// How often the compacted topics get a new value. Counted in outcomes, not in seconds, so that the
/// same candles give the same messages.
///
/// @param metricsEvery outcomes of a series between two messages on metrics, at least 1
/// @param snapshotEvery outcomes of a series between two messages on models, at least 1
public record MessageRates(int metricsEvery, int snapshotEvery) {

    /// Checks both numbers.
    ///
    /// @throws IllegalArgumentException when one is below 1
    public MessageRates {
        if (metricsEvery < 1 || snapshotEvery < 1) {
            throw new IllegalArgumentException(
                    "message rates must be at least 1, were "
                            + metricsEvery
                            + " and "
                            + snapshotEvery);
        }
    }
}

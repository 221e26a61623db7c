package io.candlestream.feed;

/// Candles or signals could not be published. Those before the first that failed may have arrived,
/// and some after it; feeding the same source again is safe, since consumers drop exact
/// repetitions.
public final class FeedException extends RuntimeException {

    private final long published;

    /// @param topic where to
    /// @param published records that were acknowledged
    /// @param cause the first failure
    FeedException(String topic, long published, Exception cause) {
        super(
                "every record must reach the topic "
                        + topic
                        + ", but after "
                        + published
                        + " one did not: "
                        + cause.getMessage(),
                cause);
        this.published = published;
    }

    /// How many records the cluster has acknowledged.
    public long published() {
        return published;
    }
}

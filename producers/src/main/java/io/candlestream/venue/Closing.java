package io.candlestream.venue;

/// How one knows that a candle of a venue is closed.
public enum Closing {

    /// The venue says so in the frame.
    FLAGGED,

    /// A newer candle on the same connection closes the one before; when none comes in time, REST
    /// is asked.
    BY_NEXT,

    /// Frames only show that the venue is alive; every closed candle is fetched by REST.
    BY_REST
}

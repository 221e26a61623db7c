package io.candlestream.drift;

/// What a detector says after a loss.
public enum Drift {
    /// Losses are as they were.
    STABLE,

    /// Losses may have grown; a detector without a level for it never says so.
    WARNING,

    /// Losses have grown. Said once; the detector begins anew with what came after.
    DRIFT
}

package io.candlestream.candle;

import java.util.Locale;

/// What the gate says of one candle.
public enum Verdict {

    /// Newer than every candle before it and well formed.
    ACCEPTED,
    /// The last accepted candle once more, the same to the bit: dropped.
    DUPLICATE,
    /// The open time of the last accepted candle with other numbers: rejected.
    CONFLICTING_DUPLICATE,
    /// Older than the last accepted candle: rejected.
    LATE,
    /// An open time that is not on the grid of the interval: rejected.
    OFF_GRID,
    /// A number that no real candle has: rejected.
    MALFORMED;

    /// Tells whether the candle is refused and its original kept in the topic rejections.
    public boolean isRejection() {
        return this != ACCEPTED && this != DUPLICATE;
    }

    /// The word for this verdict on topics and in reports, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

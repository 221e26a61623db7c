package io.candlestream.signal;

/// What the history says of one signal.
public enum SignalVerdict {

    /// Later than every candle taken, and the first of its name at its time.
    ACCEPTED("accepted"),
    /// One that is known already, the same to the bit: dropped.
    DUPLICATE("duplicate"),
    /// Not later than a candle that was taken without it: rejected.
    LATE("late_signal"),
    /// A second value of its name at its time: rejected.
    CONFLICTING("conflicting_signal"),
    /// A number or a time that cannot be: rejected.
    MALFORMED("malformed_signal");

    private final String word;

    SignalVerdict(String word) {
        this.word = word;
    }

    /// Tells whether the signal is refused and its original kept in the topic rejections.
    public boolean isRejection() {
        return this != ACCEPTED && this != DUPLICATE;
    }

    /// The word for this verdict on topics and in reports.
    @Override
    public String toString() {
        return word;
    }
}

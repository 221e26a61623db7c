package io.candlestream.learner;

import io.candlestream.candle.Verdict;

/// What one candle caused: the gate's verdict, at most one outcome, at most one prediction. A view
/// of the learner's own memory: its values hold until the next candle.
public final class Step {

    final Outcome outcome = new Outcome();
    final Prediction prediction = new Prediction();
    private Verdict verdict = Verdict.ACCEPTED;
    boolean hasOutcome;
    boolean hasPrediction;

    Step() {}

    /// Writes only what differs: a reference that is written into an old object has the garbage
    /// collector look at it again, for every series.
    void put(Verdict verdict) {
        if (this.verdict != verdict) {
            this.verdict = verdict;
        }
    }

    /// @return what the gate said of the candle; unless it was accepted there is neither outcome
    ///   nor prediction
    public Verdict verdict() {
        return verdict;
    }

    /// @return whether an earlier prediction got its label with this candle
    public boolean hasOutcome() {
        return hasOutcome;
    }

    /// @return that prediction with its label; meaningless unless [#hasOutcome]
    public Outcome outcome() {
        return outcome;
    }

    /// @return whether the learner is warm and predicted from this candle
    public boolean hasPrediction() {
        return hasPrediction;
    }

    /// @return that prediction; meaningless unless [#hasPrediction]
    public Prediction prediction() {
        return prediction;
    }
}

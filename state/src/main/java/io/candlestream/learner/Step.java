package io.candlestream.learner;

import io.candlestream.candle.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What one candle caused: the gate's verdict, and of every model at most one outcome and at most
/// one prediction. A view of the learner's own memory: its values hold until the next candle.
public final class Step {

    final Outcome[] outcomes;
    final Prediction[] predictions;
    private Verdict verdict = Verdict.ACCEPTED;
    boolean hasOutcome;
    boolean hasPrediction;

    final List<Event> events = new ArrayList<>();

    /// Number of the model whose outcome and prediction are meant to be used.
    int champion;

    Step(int modelCount, int classCount) {
        outcomes = new Outcome[modelCount];
        predictions = new Prediction[modelCount];
        for (int m = 0; m < modelCount; m++) {
            outcomes[m] = new Outcome();
            predictions[m] = new Prediction(classCount);
        }
    }

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

    /// @return what happened to the models, mostly nothing
    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /// @return whether earlier predictions got their label with this candle
    public boolean hasOutcome() {
        return hasOutcome;
    }

    /// @param model number of a model
    /// @return its prediction with its label; meaningless unless [#hasOutcome]
    public Outcome outcome(int model) {
        return outcomes[model];
    }

    /// @return the champion's; meaningless unless [#hasOutcome]
    public Outcome outcome() {
        return outcomes[champion];
    }

    /// @return whether the learner is warm and predicted from this candle
    public boolean hasPrediction() {
        return hasPrediction;
    }

    /// @param model number of a model
    /// @return its prediction; meaningless unless [#hasPrediction]
    public Prediction prediction(int model) {
        return predictions[model];
    }

    /// @return the champion's; meaningless unless [#hasPrediction]
    public Prediction prediction() {
        return predictions[champion];
    }
}

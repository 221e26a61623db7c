package io.candlestream.learner;

import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.feature.FeatureVector;
import io.candlestream.feature.Scaler;
import io.candlestream.label.Labeller;
import io.candlestream.label.PendingLabels;
import io.candlestream.model.OnlineModel;
import io.candlestream.signal.SignalReadings;
import java.util.HexFormat;
import java.util.List;

/// One series' learner: everything it remembers and the order in which a closed candle changes it.
///
/// ```
/// 1 mature     the predictions made `horizon` candles ago get their label from this close
/// 2 score      each of them, made then, against the label known now; the baselines' likewise
/// 3 learn      the models and the baselines take the (features then, label now) pair
/// 4 predict    from this candle's features, with models that know all that is knowable at this close
/// 5 remember   features and forecasts wait for their own label
/// ```
///
/// The order is the rule against look-ahead: score before learn, learn before predict. Labels
/// mature by accepted candles: a gap lengthens the time a prediction waits, not the number of
/// candles.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
public final class Learner implements Stateful {

    private final Series series;
    private final LearnerConfig config;
    private final long fingerprint;
    private final String configuration;
    private final CandleGate gate;
    private final Labeller labeller;
    private final FeatureVector features;
    private final Scaler scaler;
    private final JumpWatch jumps;
    private final Forecasters forecasters;
    private final PendingLabels pending;
    private final List<Stateful> parts;
    private final Step step;

    /// A learner that has seen nothing.
    public Learner(Series series, LearnerConfig config) {
        int featureCount = config.features().size();
        this.series = series;
        this.config = config;
        this.fingerprint = config.fingerprint();
        this.configuration = HexFormat.of().toHexDigits(fingerprint);
        this.gate = new CandleGate(series, config.calendar());
        this.labeller = config.label().create();
        this.features = config.features().vector(series.interval());
        this.scaler = config.scaling().create(featureCount);
        this.jumps = new JumpWatch(featureCount);
        this.forecasters = Forecasters.of(config);
        this.pending =
                new PendingLabels(
                        config.label().horizon(),
                        featureCount,
                        labeller.contextSize(),
                        forecasters.width());
        this.parts = List.of(gate, labeller, features, scaler, jumps, forecasters);
        this.step = new Step(config.models().size(), config.label().classNames().size());
    }

    /// Takes one candle, for features that read no signal, and does all that follows from it.
    ///
    /// @param candle a closed candle of this learner's series
    /// @return what it caused, a view valid until the next call
    public Step onCandle(Candle candle) {
        return onCandle(candle, SignalReadings.NONE);
    }

    /// Takes one candle with what the signals say at its close, and does all that follows from it.
    ///
    /// @param candle a closed candle of this learner's series
    /// @param signals of those that the features read, in the order of their names
    /// @return what it caused, a view valid until the next call
    public Step onCandle(Candle candle, SignalReadings signals) {
        step.hasOutcome = false;
        step.hasPrediction = false;
        if (!step.events.isEmpty()) {
            step.events.clear();
        }
        Verdict verdict = gate.check(candle);
        step.put(verdict);
        if (verdict == Verdict.ACCEPTED) {
            long candleNumber = gate.count(Verdict.ACCEPTED);
            labeller.update(candle);
            if (pending.isDue(candleNumber)) {
                mature(candle);
            }
            features.update(candle, signals);
            if (features.ready() && labeller.ready()) {
                predict(candle, candleNumber);
            }
        }
        return step;
    }

    /// @return what the last candle caused, a view valid until the next one; of no meaning before
    ///   the first, and after a restore
    public Step lastStep() {
        return step;
    }

    /// Lets the models stand still until [#thaw]: labels that come meanwhile are scored, but no
    /// model, calibrator or conformal set learns from them, no drift is acted on and no challenger
    /// promoted. Features, their scaling and the baselines, which no label of a model moves, go on.
    ///
    /// Not part of the state: a learner that is restored goes on as it was, frozen or not.
    public void freeze() {
        forecasters.freeze(true);
    }

    /// Lets the models learn again from the labels that come from now on.
    public void thaw() {
        forecasters.freeze(false);
    }

    /// @return the series this learner belongs to
    public Series series() {
        return series;
    }

    /// @return what decides the learner's results
    public LearnerConfig config() {
        return config;
    }

    /// @return the fingerprint of that configuration
    public long fingerprint() {
        return fingerprint;
    }

    /// @return the fingerprint as 16 hexadecimal digits, as messages bear it
    public String configuration() {
        return configuration;
    }

    /// @return the gate, with its counts
    public CandleGate gate() {
        return gate;
    }

    /// @param index number of a model, in the order of the configuration
    /// @return the model
    public OnlineModel model(int index) {
        return forecasters.model(index);
    }

    /// @param index number of a model
    /// @return what it is there for, as of now
    public Role role(int index) {
        return forecasters.supervisor().role(index);
    }

    /// @return scaled features of the newest prediction, to be read until the next candle
    /// @throws IllegalStateException when no prediction waits
    public double[] newestFeatures() {
        return pending.newestFeatures();
    }

    /// @return the waiting predictions
    public PendingLabels pending() {
        return pending;
    }

    /// @return what every forecaster amounts to, the models before the baselines
    /// @throws IllegalStateException before the first outcome
    public List<Score> scores() {
        return forecasters.scores();
    }

    /// @return how many candles' predictions have got their label
    public long outcomeCount() {
        return forecasters.outcomeCount();
    }

    /// @return how often each class came true; empty where the label is a number
    public List<Long> labelCounts() {
        return forecasters.labelCounts();
    }

    /// @return number of the accepted candle, counted from 1, with which the first prediction gets
    ///   its label; later where the label itself has to warm up
    public int firstOutcomeAt() {
        return features.warmUp() + config.label().horizon();
    }

    /// Appends everything, the waiting rows included.
    @Override
    public void save(StateOutput out) {
        saveHead(out);
        pending.saveRows(pending.first(), pending.next(), out);
    }

    @Override
    public void restore(StateInput in) {
        restoreHead(in);
        restoreRows(pending.first(), pending.next(), in);
    }

    /// Takes up waiting rows that [PendingLabels#saveRows] wrote.
    ///
    /// @throws io.candlestream.codec.StateFormatException when they cannot be such rows
    public void restoreRows(long from, long to, StateInput in) {
        pending.restoreRows(from, to, in);
        for (long number = Math.max(from, pending.first()); number < to; number++) {
            forecasters.check(pending.numbers(), pending.forecasts(number));
        }
    }

    /// Appends everything but the waiting rows: what changes with every candle.
    public void saveHead(StateOutput out) {
        parts.forEach(part -> part.save(out));
        pending.saveBounds(out);
    }

    /// Takes up what [#saveHead] wrote; the waiting rows must follow through [#restoreRows].
    ///
    /// @throws io.candlestream.codec.StateFormatException when the bytes cannot be such a state
    public void restoreHead(StateInput in) {
        parts.forEach(part -> part.restore(in));
        pending.restoreBounds(in);
    }

    private void mature(Candle candle) {
        labeller.mature(pending);
        long openTimeMs = pending.firstOpenTimeMs();
        for (Outcome outcome : step.outcomes) {
            outcome.openTimeMs = openTimeMs;
            outcome.closeTimeMs = openTimeMs + series.interval().durationMs();
            outcome.maturedAtMs = candle.closeTimeMs();
            outcome.forwardReturn = labeller.forwardReturn();
        }
        forecasters.mature(
                pending.firstFeatures(),
                pending.numbers(),
                pending.firstForecasts(),
                labeller,
                step.outcomes);
        pending.removeFirst();
        step.hasOutcome = true;
        forecasters.supervisor().supervise(step.events);
        step.champion = forecasters.supervisor().champion();
        if (forecasters.supervisor().takeScalerIsWorn()) {
            Fresh.put(config.scaling().create(config.features().size()), scaler);
        }
    }

    private void predict(Candle candle, long candleNumber) {
        double[] row = pending.add(candleNumber, candle.openTimeMs());
        labeller.putContext(pending.numbers(), pending.newestContext());
        features.values(row);
        int jumped = jumps.update(row);
        if (jumped >= 0) {
            tellOfJump(jumped, row[jumped]);
        }
        scaler.updateAndTransform(row, row);
        forecasters.predict(row, pending.numbers(), pending.newestForecasts(), step.predictions);
        for (Prediction prediction : step.predictions) {
            prediction.openTimeMs = candle.openTimeMs();
            prediction.closeTimeMs = candle.closeTimeMs();
            prediction.missingBefore = gate.missingBefore();
        }
        step.hasPrediction = true;
    }

    private void tellOfJump(int feature, double value) {
        int champion = forecasters.supervisor().champion();
        step.events.add(
                new Event(
                        Event.Kind.FEATURE_JUMP,
                        champion,
                        champion,
                        config.features().names().get(feature),
                        jumps.before(),
                        value));
    }
}

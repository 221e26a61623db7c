package io.candlestream.learner;

import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.Prequential;
import io.candlestream.evaluation.ScoringRules;
import io.candlestream.feature.FeatureVector;
import io.candlestream.feature.Scaler;
import io.candlestream.label.DirectionRule;
import io.candlestream.label.PendingLabels;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.signal.SignalReadings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One series' learner: everything it remembers and the order in which a closed candle changes it.
///
/// ```
/// 1 mature     the prediction made `horizon` candles ago gets its label from this close
/// 2 score      that prediction, made then, against the label known now; the baselines' likewise
/// 3 learn      the model and the baselines take the (features then, label now) pair
/// 4 predict    from this candle's features, with a model that knows all that is knowable at this close
/// 5 remember   features and forecasts wait for their own label
/// ```
///
/// The order is the rule against look-ahead: score before learn, learn before predict. Labels
/// mature by accepted candles: a gap lengthens the time a prediction waits, not the number of
/// candles.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
public final class Learner implements Stateful {

    private static final int MODEL = 0;

    private final Series series;
    private final LearnerConfig config;
    private final long fingerprint;
    private final String configuration;
    private final DirectionRule label;
    private final CandleGate gate;
    private final FeatureVector features;
    private final Scaler scaler;
    private final OnlineClassifier model;
    private final List<Baseline> baselines =
            List.of(new MajorityClass(classCount()), new LastClass(classCount()));
    private final List<Prequential> scores;
    private final PendingLabels pending;
    private final List<Stateful> parts;
    private final Step step = new Step();

    /// Scratch: one forecast at a time.
    private final double[] forecast = new double[classCount()];

    /// A learner that has seen nothing.
    public Learner(Series series, LearnerConfig config) {
        int featureCount = config.features().size();
        int forecasterCount = 1 + baselines.size();
        this.series = series;
        this.config = config;
        this.fingerprint = config.fingerprint();
        this.configuration = HexFormat.of().toHexDigits(fingerprint);
        this.label = config.label();
        this.gate = new CandleGate(series, config.calendar());
        this.features = config.features().vector(series.interval());
        this.scaler = config.scaling().create(featureCount);
        this.model = config.model().create(featureCount, classCount());
        this.scores = Prequential.together(forecasterCount, classCount(), config.halfLife());
        this.pending =
                new PendingLabels(label.horizon(), featureCount, classCount(), forecasterCount);
        this.parts = parts();
        step.prediction.probabilities = new double[classCount()];
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
        Verdict verdict = gate.check(candle);
        step.put(verdict);
        if (verdict == Verdict.ACCEPTED) {
            long candleNumber = gate.count(Verdict.ACCEPTED);
            if (pending.isDue(candleNumber)) {
                mature(candle);
            }
            features.update(candle, signals);
            if (features.ready()) {
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

    /// @return the model
    public OnlineClassifier model() {
        return model;
    }

    /// @return the waiting predictions
    public PendingLabels pending() {
        return pending;
    }

    /// @return the model's score and then those of its baselines
    public List<Score> scores() {
        List<Score> all = new ArrayList<>();
        all.add(new Score(config.model().id(), false, scores.get(MODEL)));
        for (int i = 0; i < baselines.size(); i++) {
            all.add(new Score(baselines.get(i).name(), true, scores.get(i + 1)));
        }
        return all;
    }

    /// @return how many predictions have got their label
    public long outcomeCount() {
        return scores.get(MODEL).count();
    }

    /// @return number of the accepted candle, counted from 1, with which the first prediction gets
    ///   its label
    public int firstOutcomeAt() {
        return features.warmUp() + label.horizon();
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
        pending.restoreRows(pending.first(), pending.next(), in);
    }

    /// Appends everything but the waiting rows: what changes with every candle.
    public void saveHead(StateOutput out) {
        parts.forEach(part -> part.save(out));
        pending.saveBounds(out);
    }

    /// Takes up what [#saveHead] wrote; the waiting rows must follow through
    /// [PendingLabels#restoreRows].
    ///
    /// @throws io.candlestream.codec.StateFormatException when the bytes cannot be such a state
    public void restoreHead(StateInput in) {
        parts.forEach(part -> part.restore(in));
        pending.restoreBounds(in);
    }

    /// What the head consists of, in the order of its bytes.
    private List<Stateful> parts() {
        List<Stateful> all = new ArrayList<>(List.of(gate, features, scaler, model));
        all.addAll(baselines);
        all.addAll(scores);
        return all;
    }

    private void mature(Candle candle) {
        Outcome outcome = step.outcome;
        double forwardReturn = label.forwardReturn(pending.firstClose(), candle.close());
        int truth = label.label(forwardReturn);
        outcome.openTimeMs = pending.firstOpenTimeMs();
        outcome.closeTimeMs = outcome.openTimeMs + series.interval().durationMs();
        outcome.maturedAtMs = candle.closeTimeMs();
        outcome.label = truth;
        outcome.forwardReturn = forwardReturn;
        // The model comes last, so that its losses are those of the outcome.
        for (int i = scores.size() - 1; i >= MODEL; i--) {
            outcome.predicted = pending.firstForecast(i, forecast);
            outcome.logLoss = ScoringRules.logLoss(forecast[truth]);
            outcome.brierScore = ScoringRules.brierScore(forecast, truth);
            scores.get(i)
                    .update(outcome.predicted == truth, truth, outcome.logLoss, outcome.brierScore);
        }

        model.learn(pending.firstFeatures(), truth);
        for (int i = 0; i < baselines.size(); i++) {
            baselines.get(i).learn(truth);
        }
        pending.removeFirst();
        step.hasOutcome = true;
    }

    private void predict(Candle candle, long candleNumber) {
        double[] row = pending.add(candleNumber, candle.openTimeMs(), candle.close());
        features.values(row);
        for (int i = 0; i < baselines.size(); i++) {
            int predicted = baselines.get(i).predict(forecast);
            pending.putForecast(i + 1, forecast, predicted);
        }
        scaler.updateAndTransform(row, row);
        Prediction prediction = step.prediction;
        model.predict(row, prediction.probabilities);
        prediction.predicted = mostProbable(prediction.probabilities);
        pending.putForecast(MODEL, prediction.probabilities, prediction.predicted);
        prediction.openTimeMs = candle.openTimeMs();
        prediction.closeTimeMs = candle.closeTimeMs();
        prediction.learnedCount = model.learnedCount();
        prediction.missingBefore = gate.missingBefore();
        step.hasPrediction = true;
    }

    /// Ties go to the lower index.
    private static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    private static int classCount() {
        return DirectionRule.CLASS_NAMES.size();
    }
}

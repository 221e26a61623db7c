package io.candlestream.epoch;

import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.feature.FeatureVector;
import io.candlestream.label.Labeller;
import io.candlestream.label.PendingLabels;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.signal.SignalReadings;

/// Turns one series' candles into examples, through the gate, the features and the labels of a
/// learner and in its order, so that the examples are those the learner would have learned from.
///
/// Features are as they are, not scaled. Not thread-safe.
public final class Gathering {

    private final LearnerConfig config;
    private final CandleGate gate;
    private final Labeller labeller;
    private final FeatureVector features;
    private final PendingLabels pending;
    private final Examples examples;

    /// A series of which nothing has come.
    public Gathering(Series series, LearnerConfig config) {
        int featureCount = config.features().size();
        this.config = config;
        this.gate = new CandleGate(series, config.calendar());
        this.labeller = config.label().create();
        this.features = config.features().vector(series.interval());
        this.pending =
                new PendingLabels(
                        config.label().horizon(), featureCount, labeller.contextSize(), 0);
        this.examples = new Examples(featureCount);
    }

    /// Takes one candle, for features that read no signal.
    public void onCandle(Candle candle) {
        onCandle(candle, SignalReadings.NONE);
    }

    /// Takes one candle with what the signals say at its close.
    ///
    /// @param candle a closed candle of the series; one that the gate refuses is no example
    /// @param signals of those that the features read, in the order of their names
    public void onCandle(Candle candle, SignalReadings signals) {
        if (gate.check(candle) != Verdict.ACCEPTED) {
            return;
        }
        long candleNumber = gate.count(Verdict.ACCEPTED);
        labeller.update(candle);
        if (pending.isDue(candleNumber)) {
            labeller.mature(pending);
            examples.add(
                    pending.firstFeatures(),
                    config.label().isNumber() ? labeller.value() : labeller.label(),
                    pending.firstOpenTimeMs(),
                    candle.closeTimeMs());
            pending.removeFirst();
        }
        features.update(candle, signals);
        if (features.ready() && labeller.ready()) {
            double[] row = pending.add(candleNumber, candle.openTimeMs());
            labeller.putContext(pending.numbers(), pending.newestContext());
            features.values(row);
        }
    }

    /// @return the gate, with its counts
    public CandleGate gate() {
        return gate;
    }

    /// @return what decides the examples
    public LearnerConfig config() {
        return config;
    }

    /// @return the examples so far; live
    public Examples examples() {
        return examples;
    }
}

package io.candlestream.topology;

import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.evaluation.Prequential;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.ClassCoefficients;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.LabelCount;
import io.candlestream.schema.Measures;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a learner says, as the messages other programs read. The topology and the replay speak
/// through the same class.
public final class LearnerMessages {

    private final InstantSource clock;

    /// Messages stamped with this clock's time in `produced_at`, the one field that is not a
    /// function of the candles.
    public LearnerMessages(InstantSource clock) {
        this.clock = clock;
    }

    /// The prediction the learner has just made.
    public Prediction prediction(Learner learner, io.candlestream.learner.Prediction prediction) {
        Series series = learner.series();
        LearnerConfig config = learner.config();
        ClassProbability[] classes = new ClassProbability[DirectionRule.CLASS_NAMES.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] =
                    new ClassProbability(
                            DirectionRule.CLASS_NAMES.get(i), prediction.probability(i));
        }
        return new Prediction(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(prediction.openTimeMs()),
                Instant.ofEpochMilli(prediction.closeTimeMs()),
                config.model().id(),
                DirectionRule.CLASS_NAMES.get(prediction.predicted()),
                prediction.confidence(),
                Arrays.asList(classes),
                config.label().horizon(),
                prediction.learnedCount(),
                prediction.missingBefore(),
                learner.configuration(),
                clock.instant());
    }

    /// The outcome the last candle gave.
    public Outcome outcome(Learner learner, io.candlestream.learner.Outcome outcome) {
        Series series = learner.series();
        return new Outcome(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(outcome.openTimeMs()),
                Instant.ofEpochMilli(outcome.closeTimeMs()),
                Instant.ofEpochMilli(outcome.maturedAtMs()),
                learner.config().model().id(),
                DirectionRule.CLASS_NAMES.get(outcome.predicted()),
                DirectionRule.CLASS_NAMES.get(outcome.label()),
                outcome.forwardReturn(),
                outcome.logLoss(),
                outcome.brierScore(),
                clock.instant());
    }

    /// The learner's scores beside its baselines'.
    ///
    /// @param asOfMs close time of the last candle counted
    /// @throws IllegalStateException before the first outcome
    public Metrics metrics(Learner learner, long asOfMs) {
        Series series = learner.series();
        List<LabelCount> labels = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (io.candlestream.learner.Score score : learner.scores()) {
            Prequential prequential = score.prequential();
            scores.add(
                    new Score(
                            score.name(),
                            score.isBaseline(),
                            measures(prequential.allTime()),
                            measures(prequential.fading())));
        }
        Prequential ofModel = learner.scores().getFirst().prequential();
        for (int i = 0; i < DirectionRule.CLASS_NAMES.size(); i++) {
            labels.add(new LabelCount(DirectionRule.CLASS_NAMES.get(i), ofModel.labelCount(i)));
        }
        return new Metrics(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(asOfMs),
                learner.outcomeCount(),
                labels,
                scores,
                counts(learner.gate()),
                clock.instant());
    }

    /// The model as it is now.
    ///
    /// @param trainedToMs close time of the last candle that gave a label
    public ModelSnapshot snapshot(Learner learner, long trainedToMs) {
        Series series = learner.series();
        LearnerConfig config = learner.config();
        List<ClassCoefficients> coefficients = new ArrayList<>();
        double[][] rows = learner.model().coefficients();
        for (int i = 0; i < rows.length; i++) {
            List<Double> weights = new ArrayList<>();
            for (int j = 0; j < rows[i].length - 1; j++) {
                weights.add(rows[i][j]);
            }
            double intercept = rows[i][rows[i].length - 1];
            coefficients.add(
                    new ClassCoefficients(DirectionRule.CLASS_NAMES.get(i), weights, intercept));
        }
        return new ModelSnapshot(
                series.instrument().toString(),
                series.interval().toString(),
                config.model().id(),
                learner.model().learnedCount(),
                Instant.ofEpochMilli(trainedToMs),
                config.model().expression(),
                learner.configuration(),
                config.features().names(),
                coefficients,
                clock.instant());
    }

    /// Key of [#metrics] and [#snapshot]: the series and the model's id.
    public static String modelKey(Learner learner) {
        return learner.series().toString() + '/' + learner.config().model().id();
    }

    private static Measures measures(io.candlestream.evaluation.Measures measures) {
        return new Measures(
                measures.accuracy(),
                measures.balancedAccuracy(),
                measures.logLoss(),
                measures.brierScore());
    }

    private static CandleCounts counts(CandleGate gate) {
        return new CandleCounts(
                gate.count(Verdict.ACCEPTED),
                gate.count(Verdict.DUPLICATE),
                gate.rejectedCount(),
                gate.outsideRangeCount(),
                gate.gapCount(),
                gate.missingCount());
    }
}

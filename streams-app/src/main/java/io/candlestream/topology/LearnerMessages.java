package io.candlestream.topology;

import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.learner.Attribution;
import io.candlestream.learner.Event;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.NamedModel;
import io.candlestream.learner.Step;
import io.candlestream.model.Ensemble;
import io.candlestream.model.LinearModel;
import io.candlestream.schema.Alert;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.ClassCoefficients;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Contribution;
import io.candlestream.schema.Difference;
import io.candlestream.schema.LabelCount;
import io.candlestream.schema.Measure;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.RecentMeasure;
import io.candlestream.schema.ReliabilityBin;
import io.candlestream.schema.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a learner says, as the messages other programs read. The topology and the replay speak
/// through the same class.
public final class LearnerMessages {

    private final InstantSource clock;
    private final Attribution attribution;

    /// Messages stamped with this clock's time in `produced_at`, the one field that is not a
    /// function of the candles.
    ///
    /// @param contributions how many features a prediction names, at least 0
    public LearnerMessages(InstantSource clock, int contributions) {
        this.clock = clock;
        this.attribution = new Attribution(contributions);
    }

    /// The prediction a model has just made.
    ///
    /// @param model its number
    public Prediction prediction(Learner learner, Step step, int model) {
        Series series = learner.series();
        LearnerConfig config = learner.config();
        io.candlestream.learner.Prediction prediction = step.prediction(model);
        List<String> classNames = config.label().classNames();
        boolean isNumber = classNames.isEmpty();
        ClassProbability[] classes = new ClassProbability[classNames.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = new ClassProbability(classNames.get(i), prediction.probability(i));
        }
        boolean hasBand = prediction.radius() > 0;
        LinearModel linear = learner.model(model) instanceof LinearModel one ? one : null;
        List<Contribution> contributions =
                linear == null ? List.of() : contributions(learner, linear, prediction.predicted());
        return new Prediction(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(prediction.openTimeMs()),
                Instant.ofEpochMilli(prediction.closeTimeMs()),
                config.models().get(model).id(),
                learner.role(model).toString(),
                isNumber ? "" : classNames.get(prediction.predicted()),
                prediction.confidence(),
                Arrays.asList(classes),
                isNumber ? prediction.value() : null,
                contributions,
                linear == null ? null : attribution.rest(),
                conformalSet(prediction, classNames),
                hasBand ? prediction.value() - prediction.radius() : null,
                hasBand ? prediction.value() + prediction.radius() : null,
                hasBand || prediction.set() != 0 ? prediction.coverage() : null,
                config.label().horizon(),
                prediction.learnedCount(),
                prediction.missingBefore(),
                learner.configuration(),
                clock.instant());
    }

    private static List<String> conformalSet(
            io.candlestream.learner.Prediction prediction, List<String> classNames) {
        if (prediction.set() == 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classNames.size(); i++) {
            if ((prediction.set() >> i & 1) == 1) {
                names.add(classNames.get(i));
            }
        }
        return names;
    }

    private List<Contribution> contributions(Learner learner, LinearModel model, int predicted) {
        attribution.explain(model, learner.newestFeatures(), predicted);
        Contribution[] all = new Contribution[attribution.count()];
        for (int rank = 0; rank < all.length; rank++) {
            String feature = learner.config().features().names().get(attribution.feature(rank));
            all[rank] = new Contribution(feature, attribution.value(rank));
        }
        return Arrays.asList(all);
    }

    /// What happened to a model.
    ///
    /// @param timeMs close of the candle that showed it
    public Alert alert(Learner learner, Event event, long timeMs) {
        List<NamedModel> models = learner.config().models();
        String model = models.get(event.model()).id();
        String former = models.get(event.other()).id();
        boolean isPromotion = event.kind() == Event.Kind.PROMOTION;
        return new Alert(
                learner.series().instrument().toString(),
                learner.series().interval().toString(),
                Instant.ofEpochMilli(timeMs),
                event.kind().toString(),
                model,
                isPromotion ? former : null,
                event.by(),
                event.before(),
                event.after(),
                detail(event, model, former),
                learner.configuration(),
                clock.instant());
    }

    private static String detail(Event event, String model, String former) {
        return switch (event.kind()) {
            case DRIFT ->
                    String.format(
                            Locale.ROOT,
                            "%s loses more than it did, says %s: %.4f over all time, %.4f of late",
                            model,
                            event.by(),
                            event.before(),
                            event.after());
            case PROMOTION ->
                    String.format(
                            Locale.ROOT,
                            "%s is champion instead of %s, by %s: of late it loses %.4f, the former %.4f",
                            model,
                            former,
                            event.by(),
                            event.after(),
                            event.before());
            case BELOW_FLOOR ->
                    String.format(
                            Locale.ROOT,
                            "%s is not to be used: its skill of late is %.4f, below the floor %.4f",
                            model,
                            event.after(),
                            event.before());
            case FEATURE_JUMP ->
                    String.format(
                            Locale.ROOT,
                            "%s jumped to %.4g, it was never further from 0 than %.4g: look at the"
                                    + " candles; the scaled feature is cut",
                            event.by(),
                            event.after(),
                            event.before());
            case ABOVE_FLOOR ->
                    String.format(
                            Locale.ROOT,
                            "%s may be used again: its skill of late is %.4f, the floor %.4f",
                            model,
                            event.after(),
                            event.before());
        };
    }

    /// The outcome of a model's prediction that the last candle gave.
    ///
    /// @param model its number
    public Outcome outcome(Learner learner, Step step, int model) {
        Series series = learner.series();
        io.candlestream.learner.Outcome outcome = step.outcome(model);
        List<String> classNames = learner.config().label().classNames();
        boolean isNumber = classNames.isEmpty();
        return new Outcome(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(outcome.openTimeMs()),
                Instant.ofEpochMilli(outcome.closeTimeMs()),
                Instant.ofEpochMilli(outcome.maturedAtMs()),
                learner.config().models().get(model).id(),
                isNumber ? "" : classNames.get(outcome.predicted()),
                isNumber ? "" : classNames.get(outcome.label()),
                outcome.forwardReturn(),
                outcome.logLoss(),
                outcome.brierScore(),
                isNumber ? outcome.predictedValue() : null,
                isNumber ? outcome.value() : null,
                clock.instant());
    }

    /// The models' scores beside their baselines'.
    ///
    /// @param asOfMs close time of the last candle counted
    /// @throws IllegalStateException before the first outcome
    public Metrics metrics(Learner learner, long asOfMs) {
        Series series = learner.series();
        List<String> classNames = learner.config().label().classNames();
        List<Long> counts = learner.labelCounts();
        List<LabelCount> labels = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            labels.add(new LabelCount(classNames.get(i), counts.get(i)));
        }
        return new Metrics(
                series.instrument().toString(),
                series.interval().toString(),
                Instant.ofEpochMilli(asOfMs),
                learner.outcomeCount(),
                labels,
                learner.scores().stream().map(LearnerMessages::score).toList(),
                counts(learner.gate()),
                clock.instant());
    }

    private static Score score(io.candlestream.learner.Score score) {
        return new Score(
                score.name(),
                score.role().toString(),
                score.measures().stream()
                        .map(one -> new Measure(one.name(), one.allTime(), one.fading()))
                        .toList(),
                score.recent().stream()
                        .map(one -> new RecentMeasure(one.name(), one.value()))
                        .toList(),
                score.confusion(),
                score.reliability().stream()
                        .map(one ->
                                new ReliabilityBin(
                                        one.outcomes(), one.confidence(), one.accuracy()))
                        .toList(),
                score.differences().stream()
                        .map(one ->
                                new Difference(
                                        one.than(), one.outcomes(), one.mean(), one.margin()))
                        .toList());
    }

    /// A model as it is now.
    ///
    /// @param model its number
    /// @param trainedToMs close time of the last candle that gave a label
    public ModelSnapshot snapshot(Learner learner, int model, long trainedToMs) {
        Series series = learner.series();
        LearnerConfig config = learner.config();
        List<ClassCoefficients> coefficients = new ArrayList<>();
        double[][] rows = learner.model(model).coefficients();
        List<String> names =
                learner.model(model) instanceof Ensemble
                        ? numbered(rows.length)
                        : rowNames(config.label().classNames(), rows.length);
        for (int i = 0; i < rows.length; i++) {
            List<Double> weights = new ArrayList<>();
            for (int j = 0; j < rows[i].length - 1; j++) {
                weights.add(rows[i][j]);
            }
            double intercept = rows[i][rows[i].length - 1];
            coefficients.add(new ClassCoefficients(names.get(i), weights, intercept));
        }
        return new ModelSnapshot(
                series.instrument().toString(),
                series.interval().toString(),
                config.models().get(model).id(),
                learner.model(model).learnedCount(),
                Instant.ofEpochMilli(trainedToMs),
                config.models().get(model).config().expression(),
                learner.configuration(),
                config.features().names(),
                coefficients,
                clock.instant());
    }

    /// One row a class, one row for two classes or a number, or rows only the model knows.
    private static List<String> rowNames(List<String> classNames, int rows) {
        if (rows == classNames.size()) {
            return classNames;
        }
        if (rows == 1) {
            return List.of(classNames.isEmpty() ? "value" : classNames.getLast());
        }
        return numbered(rows);
    }

    private static List<String> numbered(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(row -> "row_" + row).toList();
    }

    /// Key of [#metrics].
    public static String metricsKey(Learner learner) {
        return learner.series().toString();
    }

    /// Key of [#snapshot]: the series and the model's id.
    public static String modelKey(Learner learner, int model) {
        return learner.series().toString() + '/' + learner.config().models().get(model).id();
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

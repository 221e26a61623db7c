package io.candlestream.learner;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.AlwaysLong;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.ClassTally;
import io.candlestream.evaluation.ConfusionMatrix;
import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.Measures;
import io.candlestream.evaluation.Prequential;
import io.candlestream.evaluation.RecentClasses;
import io.candlestream.evaluation.ScoringRules;
import io.candlestream.label.LabelRule;
import io.candlestream.label.Labeller;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Forecasters of a class. A row holds what each model keeps ([JudgedClassifier]), then of each
/// baseline the class predicted and the probability of every class.
final class ClassForecasters extends Forecasters {

    private final LearnerConfig config;
    private final List<String> classNames;
    private final int classCount;
    private final JudgedClassifier[] models;
    private final Baseline[] baselines;
    private final Prequential[] scores;

    /// One a forecaster, or none.
    private final RecentClasses[] recent;

    private final int modelWidth;
    private final List<Stateful> parts = new ArrayList<>();

    /// Scratch: one forecast at a time.
    private final double[] forecast;

    ClassForecasters(LearnerConfig config) {
        this(config, config.label().classNames(), baselines(config.label()));
    }

    private ClassForecasters(LearnerConfig config, List<String> classNames, Baseline[] baselines) {
        super(config, List.of(baselines).stream().map(Baseline::name).toList());
        int modelCount = config.models().size();
        Scoring scoring = config.scoring();
        this.config = config;
        this.classNames = classNames;
        this.classCount = classNames.size();
        this.baselines = baselines;
        this.forecast = new double[classCount];
        this.models = new JudgedClassifier[modelCount];
        for (int m = 0; m < modelCount; m++) {
            models[m] = new JudgedClassifier(newModel(m), config.confidence(), scoring.halfLife());
        }
        this.modelWidth = models[0].width();
        this.scores =
                Prequential.together(modelCount + baselines.length, classCount, scoring.halfLife())
                        .toArray(Prequential[]::new);
        this.recent = new RecentClasses[scoring.isWindowed() ? scores.length : 0];
        Arrays.setAll(recent, i -> new RecentClasses(classCount, scoring.window()));
        parts.addAll(List.of(models));
        parts.addAll(List.of(baselines));
        parts.addAll(List.of(scores));
        parts.addAll(List.of(recent));
    }

    private static Baseline[] baselines(LabelRule label) {
        int classCount = label.classNames().size();
        return new Baseline[] {
            new MajorityClass(classCount),
            new LastClass(classCount),
            new AlwaysLong(classCount, label.risingClass())
        };
    }

    @Override
    int width() {
        return place(scores.length);
    }

    /// Where in a row the numbers of a forecaster begin.
    private int place(int forecaster) {
        return forecaster <= models.length
                ? forecaster * modelWidth
                : models.length * modelWidth + (forecaster - models.length) * (1 + classCount);
    }

    @Override
    OnlineModel model(int index) {
        return models[index].model();
    }

    @Override
    OnlineClassifier newModel(int index) {
        return config.models().get(index).config().create(config.features().size(), classCount);
    }

    @Override
    double allTimeLoss(int forecaster) {
        return scores[forecaster].allTime().logLoss();
    }

    @Override
    double fadingLoss(int forecaster) {
        return scores[forecaster].fadingLogLoss();
    }

    @Override
    void predict(double[] features, double[] numbers, int at, Prediction[] predictions) {
        for (int m = 0; m < models.length; m++) {
            models[m].predict(features, numbers, at + place(m), predictions[m]);
        }
        for (int b = 0; b < baselines.length; b++) {
            int from = at + place(models.length + b);
            numbers[from] = baselines[b].predict(forecast);
            for (int c = 0; c < classCount; c++) {
                numbers[from + 1 + c] = forecast[c];
            }
        }
    }

    @Override
    void mature(double[] features, double[] numbers, int at, Labeller label, Outcome[] outcomes) {
        int truth = label.label();
        for (int i = 0; i < scores.length; i++) {
            int from = at + place(i);
            int predicted = (int) numbers[from];
            for (int c = 0; c < classCount; c++) {
                forecast[c] = numbers[from + 1 + c];
            }
            losses[i] = ScoringRules.logLoss(forecast[truth]);
            double brierScore = ScoringRules.brierScore(forecast, truth);
            scores[i].update(predicted == truth, truth, losses[i], brierScore);
            if (recent.length > 0) {
                recent[i].update(forecast, predicted, truth);
            }
            if (i < models.length) {
                models[i].judge(forecast, numbers, from, truth, !isFrozen());
                Outcome outcome = outcomes[i];
                outcome.predicted = predicted;
                outcome.label = truth;
                outcome.logLoss = losses[i];
                outcome.brierScore = brierScore;
                // The Brier score of one outcome is at most 2.
                watched[i] = brierScore / 2;
            }
        }
        compare();
        if (!isFrozen()) {
            for (int m = 0; m < models.length; m++) {
                supervisor().setRate(m);
                models[m].model().learn(features, truth);
            }
        }
        for (Baseline baseline : baselines) {
            baseline.learn(truth);
        }
    }

    @Override
    void check(double[] numbers, int at) {
        for (int i = 0; i < scores.length; i++) {
            int from = at + place(i);
            boolean valid =
                    i < models.length
                            ? models[i].isValid(numbers, from)
                            : isForecast(numbers, from, classCount);
            if (!valid) {
                throw new StateFormatException(
                        "a forecast must be a class and probabilities, was class " + numbers[from]);
            }
        }
    }

    static boolean isForecast(double[] numbers, int at, int classCount) {
        double predicted = numbers[at];
        boolean valid =
                predicted >= 0 && predicted < classCount && predicted == Math.rint(predicted);
        for (int c = 1; c <= classCount; c++) {
            valid &= numbers[at + c] >= 0 && numbers[at + c] <= 1;
        }
        return valid;
    }

    /// Ties go to the lower index.
    static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    List<Measure> measures(int forecaster) {
        List<Measure> all = new ArrayList<>();
        Measures allTime = scores[forecaster].allTime();
        Measures fading = scores[forecaster].fading();
        all.add(new Measure("accuracy", allTime.accuracy(), fading.accuracy()));
        all.add(
                new Measure(
                        "balanced_accuracy",
                        allTime.balancedAccuracy(),
                        fading.balancedAccuracy()));
        all.add(new Measure("log_loss", allTime.logLoss(), fading.logLoss()));
        all.add(new Measure("brier_score", allTime.brierScore(), fading.brierScore()));
        if (forecaster < models.length) {
            all.addAll(models[forecaster].measures(classNames));
        }
        return all;
    }

    @Override
    List<Score.Recent> recent(int forecaster) {
        List<Score.Recent> all = new ArrayList<>();
        if (recent.length > 0) {
            ClassTally tally = recent[forecaster].tally();
            ConfusionMatrix confusion = tally.confusion();
            all.add(new Score.Recent("accuracy", confusion.accuracy()));
            all.add(new Score.Recent("balanced_accuracy", confusion.balancedAccuracy()));
            all.add(new Score.Recent("log_loss", tally.logLoss()));
            all.add(new Score.Recent("brier_score", tally.brierScore()));
            all.add(new Score.Recent("macro_f1", confusion.macroF1()));
            all.add(new Score.Recent("kappa", confusion.kappa()));
            all.add(new Score.Recent("matthews", confusion.matthews()));
            for (int c = 0; c < classCount; c++) {
                double area = recent[forecaster].areaUnderCurve(c);
                all.add(new Score.Recent("auc." + classNames.get(c), area));
            }
            all.add(new Score.Recent("calibration_error", tally.calibration().expectedError()));
        }
        return all;
    }

    @Override
    List<List<Long>> confusion(int model) {
        return models[model].confusion();
    }

    @Override
    List<Score.Bin> reliability(int model) {
        return models[model].reliability();
    }

    @Override
    long outcomeCount() {
        return scores[0].count();
    }

    @Override
    List<Long> labelCounts() {
        List<Long> counts = new ArrayList<>();
        for (int c = 0; c < classCount; c++) {
            counts.add(scores[0].labelCount(c));
        }
        return counts;
    }

    @Override
    List<Stateful> parts() {
        return parts;
    }
}

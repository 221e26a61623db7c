package io.candlestream.learner;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.Calibration;
import io.candlestream.evaluation.ConfusionMatrix;
import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.Measures;
import io.candlestream.evaluation.Prequential;
import io.candlestream.evaluation.ScoringRules;
import io.candlestream.label.Labeller;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineModel;
import java.util.ArrayList;
import java.util.List;

/// Forecasters of a class. Of each forecaster a row holds the class predicted, then the probability
/// of every class.
final class ClassForecasters extends Forecasters {

    private final LearnerConfig config;
    private final List<String> classNames;
    private final int classCount;
    private final OnlineClassifier[] models;
    private final Baseline[] baselines;
    private final Prequential[] scores;
    private final ConfusionMatrix[] confusions;
    private final ConfusionMatrix[] fadingConfusions;
    private final Calibration[] calibrations;
    private final Calibration[] fadingCalibrations;
    private final List<Stateful> parts = new ArrayList<>();

    /// Scratch: one forecast at a time.
    private final double[] forecast;

    ClassForecasters(LearnerConfig config) {
        this(config, config.label().classNames(), baselines(config.label().classNames().size()));
    }

    private ClassForecasters(LearnerConfig config, List<String> classNames, Baseline[] baselines) {
        super(config, List.of(baselines).stream().map(Baseline::name).toList());
        int modelCount = config.models().size();
        this.config = config;
        this.classNames = classNames;
        this.classCount = classNames.size();
        this.baselines = baselines;
        this.forecast = new double[classCount];
        this.models = new OnlineClassifier[modelCount];
        this.confusions = new ConfusionMatrix[modelCount];
        this.fadingConfusions = new ConfusionMatrix[modelCount];
        this.calibrations = new Calibration[modelCount];
        this.fadingCalibrations = new Calibration[modelCount];
        for (int m = 0; m < modelCount; m++) {
            models[m] = newModel(m);
            confusions[m] = ConfusionMatrix.allTime(classCount);
            fadingConfusions[m] = ConfusionMatrix.fading(classCount, config.halfLife());
            calibrations[m] = Calibration.allTime();
            fadingCalibrations[m] = Calibration.fading(config.halfLife());
        }
        this.scores =
                Prequential.together(modelCount + baselines.length, classCount, config.halfLife())
                        .toArray(Prequential[]::new);
        parts.addAll(List.of(models));
        parts.addAll(List.of(baselines));
        parts.addAll(List.of(scores));
        parts.addAll(List.of(confusions));
        parts.addAll(List.of(fadingConfusions));
        parts.addAll(List.of(calibrations));
        parts.addAll(List.of(fadingCalibrations));
    }

    private static Baseline[] baselines(int classCount) {
        return new Baseline[] {new MajorityClass(classCount), new LastClass(classCount)};
    }

    @Override
    int width() {
        return scores.length * (1 + classCount);
    }

    @Override
    OnlineModel model(int index) {
        return models[index];
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
            Prediction prediction = predictions[m];
            models[m].predict(features, prediction.probabilities);
            prediction.predicted = mostProbable(prediction.probabilities);
            prediction.learnedCount = models[m].learnedCount();
            put(numbers, at, m, prediction.predicted, prediction.probabilities);
        }
        for (int b = 0; b < baselines.length; b++) {
            int predicted = baselines[b].predict(forecast);
            put(numbers, at, models.length + b, predicted, forecast);
        }
    }

    private void put(double[] numbers, int at, int forecaster, int predicted, double[] forecast) {
        int from = at + forecaster * (1 + classCount);
        numbers[from] = predicted;
        for (int c = 0; c < classCount; c++) {
            numbers[from + 1 + c] = forecast[c];
        }
    }

    @Override
    void mature(double[] features, double[] numbers, int at, Labeller label, Outcome[] outcomes) {
        int truth = label.label();
        for (int i = 0; i < scores.length; i++) {
            int from = at + i * (1 + classCount);
            int predicted = (int) numbers[from];
            for (int c = 0; c < classCount; c++) {
                forecast[c] = numbers[from + 1 + c];
            }
            losses[i] = ScoringRules.logLoss(forecast[truth]);
            double brierScore = ScoringRules.brierScore(forecast, truth);
            boolean hit = predicted == truth;
            scores[i].update(hit, truth, losses[i], brierScore);
            if (i < models.length) {
                confusions[i].update(predicted, truth);
                fadingConfusions[i].update(predicted, truth);
                calibrations[i].update(forecast[predicted], hit);
                fadingCalibrations[i].update(forecast[predicted], hit);
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
        for (int m = 0; m < models.length; m++) {
            setRate(m);
            models[m].learn(features, truth);
        }
        for (Baseline baseline : baselines) {
            baseline.learn(truth);
        }
    }

    @Override
    void check(double[] numbers, int at) {
        for (int i = 0; i < scores.length; i++) {
            int from = at + i * (1 + classCount);
            double predicted = numbers[from];
            boolean valid =
                    predicted >= 0 && predicted < classCount && predicted == Math.rint(predicted);
            for (int c = 1; c <= classCount; c++) {
                valid &= numbers[from + c] >= 0 && numbers[from + c] <= 1;
            }
            if (!valid) {
                throw new StateFormatException(
                        "a forecast must be a class and probabilities, was class " + predicted);
            }
        }
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
            addConfusion(all, confusions[forecaster], fadingConfusions[forecaster]);
            all.add(
                    new Measure(
                            "calibration_error",
                            calibrations[forecaster].expectedError(),
                            fadingCalibrations[forecaster].expectedError()));
        }
        return all;
    }

    private void addConfusion(List<Measure> all, ConfusionMatrix allTime, ConfusionMatrix fading) {
        all.add(new Measure("macro_f1", allTime.macroF1(), fading.macroF1()));
        all.add(new Measure("kappa", allTime.kappa(), fading.kappa()));
        all.add(new Measure("matthews", allTime.matthews(), fading.matthews()));
        for (int c = 0; c < classCount; c++) {
            String name = '.' + classNames.get(c);
            all.add(new Measure("precision" + name, allTime.precision(c), fading.precision(c)));
            all.add(new Measure("recall" + name, allTime.recall(c), fading.recall(c)));
            all.add(new Measure("f1" + name, allTime.f1(c), fading.f1(c)));
        }
    }

    @Override
    List<List<Long>> confusion(int model) {
        List<List<Long>> rows = new ArrayList<>();
        for (int label = 0; label < classCount; label++) {
            List<Long> row = new ArrayList<>();
            for (int predicted = 0; predicted < classCount; predicted++) {
                row.add((long) confusions[model].weight(label, predicted));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    List<Score.Bin> reliability(int model) {
        List<Score.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < Calibration.BINS; bin++) {
            bins.add(
                    new Score.Bin(
                            (long) calibrations[model].weight(bin),
                            calibrations[model].confidence(bin),
                            calibrations[model].accuracy(bin)));
        }
        return bins;
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

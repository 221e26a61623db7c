package io.candlestream.learner;

import io.candlestream.calibration.ConformalBands;
import io.candlestream.calibration.ConformalConfig;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.LastValue;
import io.candlestream.evaluation.NumberBaseline;
import io.candlestream.evaluation.NumberTally;
import io.candlestream.evaluation.RecentNumbers;
import io.candlestream.evaluation.ZeroValue;
import io.candlestream.label.Labeller;
import io.candlestream.model.OnlineModel;
import io.candlestream.model.OnlineRegressor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Forecasters of a number. Of each forecaster a row holds the number predicted; then, where there
/// are bands, of each model the radius published.
final class NumberForecasters extends Forecasters {

    private final LearnerConfig config;
    private final OnlineRegressor[] models;
    private final NumberBaseline[] baselines;
    private final NumberTally[] allTime;
    private final NumberTally[] fading;

    /// One a forecaster, or none.
    private final RecentNumbers[] recent;

    private final ConformalBands[] bands;
    private final Coverage[] coverages;
    private final List<Stateful> parts = new ArrayList<>();

    NumberForecasters(LearnerConfig config) {
        this(config, new NumberBaseline[] {new ZeroValue(), new LastValue()});
    }

    private NumberForecasters(LearnerConfig config, NumberBaseline[] baselines) {
        super(config, List.of(baselines).stream().map(NumberBaseline::name).toList());
        int modelCount = config.models().size();
        this.config = config;
        this.baselines = baselines;
        this.models = new OnlineRegressor[modelCount];
        this.allTime = new NumberTally[modelCount + baselines.length];
        this.fading = new NumberTally[modelCount + baselines.length];
        ConformalConfig conformal = config.confidence().conformal();
        this.bands = new ConformalBands[conformal == null ? 0 : modelCount];
        this.coverages = new Coverage[bands.length];
        for (int m = 0; conformal != null && m < modelCount; m++) {
            bands[m] = conformal.createBands();
            coverages[m] = new Coverage();
        }
        for (int m = 0; m < modelCount; m++) {
            models[m] = newModel(m);
        }
        for (int i = 0; i < allTime.length; i++) {
            allTime[i] = NumberTally.allTime();
            fading[i] = NumberTally.fading(config.scoring().halfLife());
        }
        this.recent = new RecentNumbers[config.scoring().isWindowed() ? allTime.length : 0];
        Arrays.setAll(recent, i -> new RecentNumbers(config.scoring().window()));
        parts.addAll(List.of(models));
        parts.addAll(List.of(baselines));
        parts.addAll(List.of(allTime));
        parts.addAll(List.of(fading));
        parts.addAll(List.of(recent));
        parts.addAll(List.of(bands));
        parts.addAll(List.of(coverages));
    }

    @Override
    int width() {
        return allTime.length + bands.length;
    }

    @Override
    OnlineModel model(int index) {
        return models[index];
    }

    @Override
    OnlineRegressor newModel(int index) {
        return config.models().get(index).config().createRegressor(config.features().size());
    }

    @Override
    double allTimeLoss(int forecaster) {
        return allTime[forecaster].meanSquaredError();
    }

    @Override
    double fadingLoss(int forecaster) {
        return fading[forecaster].meanSquaredError();
    }

    @Override
    void predict(double[] features, double[] numbers, int at, Prediction[] predictions) {
        for (int m = 0; m < models.length; m++) {
            Prediction prediction = predictions[m];
            prediction.value = models[m].predict(features);
            prediction.learnedCount = models[m].learnedCount();
            numbers[at + m] = prediction.value;
            if (bands.length > 0) {
                prediction.radius = bands[m].ready() ? bands[m].radius() : 0;
                prediction.coverage = coverages[m].share();
                numbers[at + allTime.length + m] = prediction.radius;
            }
        }
        for (int b = 0; b < baselines.length; b++) {
            numbers[at + models.length + b] = baselines[b].predict();
        }
    }

    @Override
    void mature(double[] features, double[] numbers, int at, Labeller label, Outcome[] outcomes) {
        double truth = label.value();
        for (int i = 0; i < allTime.length; i++) {
            double predicted = numbers[at + i];
            allTime[i].update(predicted, truth);
            fading[i].update(predicted, truth);
            if (recent.length > 0) {
                recent[i].update(predicted, truth);
            }
            losses[i] = (truth - predicted) * (truth - predicted);
            if (i < models.length) {
                outcomes[i].predictedValue = predicted;
                outcomes[i].value = truth;
                // Half where the error is as usual, near 1 where it is far greater.
                double error = Math.abs(truth - predicted);
                watched[i] = error > 0 ? error / (error + allTime[i].meanAbsoluteError()) : 0;
            }
        }
        judgeBands(numbers, at, truth);
        compare();
        if (!isFrozen()) {
            for (int m = 0; m < models.length; m++) {
                supervisor().setRate(m);
                models[m].learn(features, truth);
            }
        }
        for (NumberBaseline baseline : baselines) {
            baseline.learn(truth);
        }
    }

    /// A radius of 0 was not published: there was no evidence for one.
    private void judgeBands(double[] numbers, int at, double truth) {
        for (int m = 0; m < bands.length; m++) {
            double predicted = numbers[at + m];
            double radius = numbers[at + allTime.length + m];
            if (radius > 0) {
                coverages[m].update(Math.abs(truth - predicted) <= radius);
            }
            if (!isFrozen()) {
                bands[m].learn(predicted, truth);
            }
        }
    }

    @Override
    void check(double[] numbers, int at) {
        for (int i = 0; i < width(); i++) {
            if (!Double.isFinite(numbers[at + i])) {
                throw new StateFormatException("a forecast must be finite, was " + numbers[at + i]);
            }
        }
    }

    @Override
    List<Measure> measures(int forecaster) {
        NumberTally all = allTime[forecaster];
        NumberTally recent = fading[forecaster];
        List<Measure> measures = new ArrayList<>();
        measures.addAll(
                List.of(
                        new Measure("mse", all.meanSquaredError(), recent.meanSquaredError()),
                        new Measure(
                                "rmse", all.rootMeanSquaredError(), recent.rootMeanSquaredError()),
                        new Measure("mae", all.meanAbsoluteError(), recent.meanAbsoluteError()),
                        new Measure("r2", all.determination(), recent.determination()),
                        new Measure("pearson", all.correlation(), recent.correlation()),
                        new Measure("hit_rate", all.hitRate(), recent.hitRate())));
        if (forecaster < bands.length) {
            measures.add(
                    new Measure(
                            "coverage",
                            coverages[forecaster].share(),
                            bands[forecaster].recentCoverage()));
        }
        return measures;
    }

    @Override
    List<Score.Recent> recent(int forecaster) {
        if (recent.length == 0) {
            return List.of();
        }
        NumberTally tally = recent[forecaster].tally();
        return List.of(
                new Score.Recent("mse", tally.meanSquaredError()),
                new Score.Recent("rmse", tally.rootMeanSquaredError()),
                new Score.Recent("mae", tally.meanAbsoluteError()),
                new Score.Recent("r2", tally.determination()),
                new Score.Recent("pearson", tally.correlation()),
                new Score.Recent("spearman", recent[forecaster].rankCorrelation()),
                new Score.Recent("hit_rate", tally.hitRate()));
    }

    @Override
    List<List<Long>> confusion(int model) {
        return List.of();
    }

    @Override
    List<Score.Bin> reliability(int model) {
        return List.of();
    }

    @Override
    long outcomeCount() {
        return Math.round(allTime[0].weight());
    }

    @Override
    List<Long> labelCounts() {
        return List.of();
    }

    @Override
    List<Stateful> parts() {
        return parts;
    }
}

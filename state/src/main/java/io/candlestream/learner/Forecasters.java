package io.candlestream.learner;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.MeanDifferences;
import io.candlestream.label.Labeller;
import io.candlestream.model.OnlineModel;
import java.util.ArrayList;
import java.util.List;

/// The models of a learner and the baselines beside them: all forecast the same candles, are judged
/// by the same outcomes and then learn from them.
///
/// Forecasters are numbered, models first, each in the order of the configuration. What they
/// forecast waits with the features for its label, in [#width] numbers of a row.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
abstract sealed class Forecasters implements Stateful permits ClassForecasters, NumberForecasters {

    /// A block of differences is that many horizons long, so that blocks hardly overlap.
    private static final int HORIZONS_A_BLOCK = 4;

    private final List<NamedModel> models;
    private final List<String> baselineNames;
    private final MeanDifferences toBaselines;
    private final Supervisor supervisor;

    /// Whether labels are scored and not learned from; whoever drives the learner decides, so it is
    /// no part of the state.
    private boolean isFrozen;

    /// Of the outcome at hand, one a forecaster.
    final double[] losses;

    /// Of the outcome at hand, one a model, from 0 to 1.
    final double[] watched;

    Forecasters(LearnerConfig config, List<String> baselineNames) {
        int block = Math.multiplyExact(HORIZONS_A_BLOCK, config.label().horizon());
        this.models = config.models();
        this.baselineNames = baselineNames;
        this.losses = new double[models.size() + baselineNames.size()];
        this.watched = new double[models.size()];
        this.toBaselines = new MeanDifferences(models.size() * baselineNames.size(), block);
        this.supervisor = new Supervisor(this, config.supervision(), block);
    }

    /// Forecasters that have seen nothing, for the kind of label that is configured.
    static Forecasters of(LearnerConfig config) {
        return config.label().isNumber()
                ? new NumberForecasters(config)
                : new ClassForecasters(config);
    }

    /// @return numbers of a row that hold what all of them forecast
    abstract int width();

    /// @return a model
    abstract OnlineModel model(int index);

    /// Forecasts from a row's features, and fills the forecasts into the row.
    ///
    /// @param numbers where the row lies
    /// @param at where in it the forecasts begin
    /// @param predictions receives what the models forecast
    abstract void predict(double[] features, double[] numbers, int at, Prediction[] predictions);

    /// Judges the forecasts of a row by its label, and lets all of them learn from it.
    ///
    /// @param numbers where the row lies
    /// @param at where in it the forecasts begin
    /// @param label knows the label
    /// @param outcomes receives how the models did
    abstract void mature(
            double[] features, double[] numbers, int at, Labeller label, Outcome[] outcomes);

    /// Checks what the forecasts of a row consist of.
    ///
    /// @throws StateFormatException when they cannot be forecasts
    abstract void check(double[] numbers, int at);

    abstract List<Measure> measures(int forecaster);

    /// @return figures over the last outcomes; empty where none are kept
    abstract List<Score.Recent> recent(int forecaster);

    abstract List<List<Long>> confusion(int model);

    abstract List<Score.Bin> reliability(int model);

    /// @return how many outcomes there were
    abstract long outcomeCount();

    /// @return how often each class came true; empty where the label is a number
    abstract List<Long> labelCounts();

    final int modelCount() {
        return models.size();
    }

    final int forecasterCount() {
        return losses.length;
    }

    final void freeze(boolean frozen) {
        isFrozen = frozen;
    }

    final boolean isFrozen() {
        return isFrozen;
    }

    /// @return what watches the models
    final Supervisor supervisor() {
        return supervisor;
    }

    /// Takes the losses of an outcome into the comparisons.
    final void compare() {
        int baselines = baselineNames.size();
        for (int m = 0; m < models.size(); m++) {
            for (int b = 0; b < baselines; b++) {
                toBaselines.update(m * baselines + b, losses[m], losses[models.size() + b]);
            }
        }
        toBaselines.next();
        if (!isFrozen) {
            supervisor.update(losses);
        }
    }

    /// @return a model that has learned nothing
    abstract OnlineModel newModel(int index);

    abstract double allTimeLoss(int forecaster);

    abstract double fadingLoss(int forecaster);

    /// @return of every forecaster, in their order
    final List<Score> scores() {
        List<Score> all = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            all.add(
                    new Score(
                            models.get(m).id(),
                            supervisor.role(m),
                            measures(m),
                            recent(m),
                            confusion(m),
                            reliability(m),
                            differences(m)));
        }
        for (int b = 0; b < baselineNames.size(); b++) {
            all.add(
                    new Score(
                            baselineNames.get(b),
                            Role.BASELINE,
                            measures(models.size() + b),
                            recent(models.size() + b),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        return all;
    }

    private List<Difference> differences(int model) {
        List<Difference> all = new ArrayList<>();
        for (int b = 0; b < baselineNames.size(); b++) {
            int pair = model * baselineNames.size() + b;
            all.add(difference(baselineNames.get(b), toBaselines, pair));
        }
        int champion = supervisor.champion();
        if (model != champion) {
            all.add(supervisor.difference(model, models.get(champion).id()));
        }
        return all;
    }

    private static Difference difference(String than, MeanDifferences differences, int pair) {
        return new Difference(
                than, differences.count(), differences.mean(pair), differences.margin(pair));
    }

    /// Layout: the comparisons, the supervisor, then what the kind of label adds.
    @Override
    public final void save(StateOutput out) {
        toBaselines.save(out);
        supervisor.save(out);
        parts().forEach(part -> part.save(out));
    }

    @Override
    public final void restore(StateInput in) {
        toBaselines.restore(in);
        supervisor.restore(in);
        parts().forEach(part -> part.restore(in));
    }

    /// Models, baselines and scores, in the order of their bytes.
    abstract List<Stateful> parts();
}

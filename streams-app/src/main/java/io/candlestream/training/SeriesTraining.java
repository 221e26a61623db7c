package io.candlestream.training;

import io.candlestream.candle.Series;
import io.candlestream.epoch.EpochLoss;
import io.candlestream.epoch.Epochs;
import io.candlestream.epoch.Examination;
import io.candlestream.epoch.Examples;
import io.candlestream.epoch.FittedScaler;
import io.candlestream.epoch.Parts;
import io.candlestream.epoch.Split;
import io.candlestream.epoch.TestScore;
import io.candlestream.epoch.TestScore.Figure;
import io.candlestream.epoch.Trained;
import io.candlestream.epoch.TrainingPlan;
import io.candlestream.feature.Scaler;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.NamedModel;
import io.candlestream.model.OnlineModel;
import io.candlestream.registry.Inputs;
import io.candlestream.registry.Provenance;
import io.candlestream.registry.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Trains the models of series: splits the examples, scales them, lets every model go through its
/// epochs, and examines all of them once on the test part.
///
/// The same examples give the same bits. The calibration, the conformal sets and the supervision of
/// the configuration belong to a learner that runs, and have no part in this.
///
/// @param split which share of the examples trains, validates and tests
/// @param embargo further examples left out after training and after validation, at least 0
/// @param plan how the models go over the training part
public record SeriesTraining(Split split, int embargo, TrainingPlan plan) {

    /// Trains the models of one series.
    ///
    /// @param examples not scaled; they are scaled in place
    /// @throws TrainingException when there are too few examples; it says how many are needed
    public TrainedSeries train(Series series, LearnerConfig config, Examples examples) {
        Parts parts;
        try {
            parts = split.parts(examples.size(), config.label().horizon(), embargo);
        } catch (IllegalArgumentException e) {
            throw new TrainingException(series + ": " + e.getMessage());
        }
        Scaler scaler = FittedScaler.scale(config.scaling(), examples, parts);
        Epochs epochs = new Epochs(config.label(), examples, parts, plan);
        List<Trained> trained = new ArrayList<>();
        SequencedMap<String, OnlineModel> models = new LinkedHashMap<>();
        for (NamedModel named : config.models()) {
            Trained one = epochs.train(named.config());
            trained.add(one);
            models.put(named.id(), one.model());
        }
        List<TestScore> scores = new Examination(config.label(), examples, parts).of(models);
        List<TrainedModel> all = new ArrayList<>();
        for (int m = 0; m < trained.size(); m++) {
            Provenance provenance = provenance(trained.get(m), examples, parts, scores.get(m));
            Snapshot snapshot =
                    Snapshot.of(
                            series,
                            config.models().get(m),
                            Inputs.of(config.features(), config.label(), config.scaling()),
                            provenance,
                            scaler,
                            trained.get(m).model());
            all.add(new TrainedModel(snapshot, trained.get(m), scores.get(m)));
        }
        return new TrainedSeries(
                series,
                config,
                Spans.of(examples, parts),
                parts,
                all,
                scores.subList(all.size(), scores.size()));
    }

    private static Provenance provenance(
            Trained trained, Examples examples, Parts parts, TestScore score) {
        SequencedMap<String, Double> measures = new LinkedHashMap<>();
        EpochLoss best = trained.best();
        measures.put("train_loss", best.trainLoss());
        measures.put("validation_loss", best.validationLoss());
        for (Figure figure : score.measures()) {
            measures.put("test." + figure.name(), figure.value());
        }
        return new Provenance(
                examples.openTimeMs(0),
                examples.labelledAtMs(parts.trainTo() - 1),
                trained.bestEpoch(),
                trained.model().learnedCount(),
                measures);
    }
}

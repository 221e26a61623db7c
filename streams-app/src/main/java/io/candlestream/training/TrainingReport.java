package io.candlestream.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.epoch.EpochLoss;
import io.candlestream.epoch.Parts;
import io.candlestream.epoch.TestScore;
import io.candlestream.learner.Difference;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.training.Spans.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What `report.json` says. Nothing in it depends on the machine or the time of the run: the same
/// files give the same report, to the byte.
///
/// Losses are log loss in nats where the label is a class, squared error where it is a number.
/// Times are UTC epoch milliseconds. A margin is null while there are too few outcomes for one.
///
/// @param training how it was trained
/// @param data the files of candles
/// @param series what became of each, at least one
public record TrainingReport(SeriesTraining training, List<Path> data, List<TrainedSeries> series) {

    /// Checks that there is a series.
    ///
    /// @throws IllegalArgumentException when there is none
    public TrainingReport {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a report must be of a series, was of none");
        }
        data = List.copyOf(data);
        series = List.copyOf(series);
    }

    /// The report as JSON.
    public String toJson() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        putConfig(report.putObject("config"));
        ArrayNode all = report.putArray("series");
        series.forEach(one -> put(all.addObject(), one));
        return report.toPrettyString();
    }

    private void putConfig(ObjectNode node) {
        LearnerConfig config = series.getFirst().config();
        ArrayNode files = node.putArray("data");
        data.forEach(file -> files.add(file.toString()));
        node.put("features", config.features().text())
                .put("label", config.label().expression())
                .put("scaling", config.scaling().expression())
                .put("split", training.split().toString())
                .put("horizon", config.label().horizon())
                .put("embargo", training.embargo())
                .put("epochs", training.plan().epochs())
                .put("patience", training.plan().patience())
                .put("shuffle", training.plan().shuffle().name().toLowerCase(Locale.ROOT))
                .put("seed", training.plan().seed());
    }

    private static void put(ObjectNode node, TrainedSeries one) {
        Parts parts = one.parts();
        node.put("series", one.series().toString()).put("purged_count", parts.purgedCount());
        put(node.putObject("train"), parts.trainCount(), one.spans().train());
        put(node.putObject("validation"), parts.validationCount(), one.spans().validation());
        put(node.putObject("test"), parts.testCount(), one.spans().test());
        ArrayNode models = node.putArray("models");
        one.models().forEach(model -> put(models.addObject(), model));
        ArrayNode baselines = node.putArray("baselines");
        one.baselines().forEach(baseline -> put(baselines.addObject(), baseline));
    }

    private static void put(ObjectNode node, int count, Span span) {
        node.put("count", count).put("from", span.fromMs()).put("to", span.toMs());
    }

    private static void put(ObjectNode node, TrainedModel model) {
        EpochLoss best = model.trained().best();
        node.put("id", model.snapshot().id())
                .put("expression", model.snapshot().model().config().expression())
                .put("fingerprint", model.snapshot().fingerprint())
                .put("epochs", model.trained().curve().size())
                .put("best_epoch", best.epoch())
                .put("stopped_early", model.trained().isStoppedEarly())
                .put("train_loss", best.trainLoss())
                .put("validation_loss", best.validationLoss())
                .put("learned_count", model.trained().model().learnedCount())
                .put("refused_count", model.trained().model().refusedCount());
        put(node.putObject("score"), model.score());
    }

    private static void put(ObjectNode node, TestScore score) {
        node.put("name", score.name());
        ObjectNode measures = node.putObject("measures");
        score.measures().forEach(figure -> measures.put(figure.name(), figure.value()));
        if (score.isBaseline()) {
            return;
        }
        ArrayNode differences = node.putArray("differences");
        for (Difference difference : score.differences()) {
            ObjectNode one = differences.addObject();
            one.put("than", difference.than())
                    .put("outcomes", difference.outcomes())
                    .put("mean", difference.mean());
            if (Double.isFinite(difference.margin())) {
                one.put("margin", difference.margin());
            } else {
                one.putNull("margin");
            }
        }
    }
}

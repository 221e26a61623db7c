package io.candlestream.training;

import io.candlestream.candle.Series;
import io.candlestream.epoch.Parts;
import io.candlestream.epoch.TestScore;
import io.candlestream.learner.LearnerConfig;
import java.util.List;

/// The models of a series after their training.
///
/// @param series what they were trained on
/// @param config what decides features, label, scaling and models
/// @param spans when the parts were
/// @param parts how many examples they have
/// @param models in the order of the configuration
/// @param baselines how the yardsticks did on the test part
public record TrainedSeries(
        Series series,
        LearnerConfig config,
        Spans spans,
        Parts parts,
        List<TrainedModel> models,
        List<TestScore> baselines) {

    /// Copies the lists.
    public TrainedSeries {
        models = List.copyOf(models);
        baselines = List.copyOf(baselines);
    }
}

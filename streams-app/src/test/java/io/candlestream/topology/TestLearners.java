package io.candlestream.topology;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateInput;
import io.candlestream.feature.FeatureSet;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerFormat;
import io.candlestream.model.ModelConfig;
import java.nio.file.Path;
import java.util.Map;

/// Learner configurations and Kafka Streams properties for tests.
final class TestLearners {

    private TestLearners() {}

    static LearnerConfig standard() {
        return withHorizon(12);
    }

    static LearnerConfig withHorizon(int horizon) {
        return new LearnerConfig(
                FeatureSet.standard(),
                new DirectionRule(horizon, 10),
                ModelConfig.standard(),
                10,
                1_000,
                Calendar.ALWAYS_OPEN);
    }

    static void restore(Series series, LearnerConfig config, byte[] head) {
        LearnerFormat format = new LearnerFormat(_ -> config);
        Learner learner = format.create(series);
        format.restoreHead(learner, new StateInput(head));
    }

    static StreamsProperties streamsProperties(
            String bootstrapServers, Path stateDir, int threads) {
        return new StreamsProperties(
                "test", bootstrapServers, stateDir, threads, 100, 1, 0, Map.of());
    }
}

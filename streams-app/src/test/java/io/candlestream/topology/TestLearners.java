package io.candlestream.topology;

import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.LearnerConfigs;
import java.nio.file.Path;
import java.util.Map;

/// Learner configurations and Kafka Streams properties for tests.
final class TestLearners {

    private TestLearners() {}

    static LearnerConfig standard() {
        return LearnerConfigs.withHorizon(12);
    }

    static StreamsProperties streamsProperties(
            String bootstrapServers, Path stateDir, int threads) {
        return new StreamsProperties(
                "test", bootstrapServers, stateDir, threads, 100, 1, 0, Map.of());
    }
}

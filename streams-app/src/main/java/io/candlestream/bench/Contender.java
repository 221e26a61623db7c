package io.candlestream.bench;

import io.candlestream.bench.CopyTopology.Output;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.topology.LearnerStreams;

/// The service or one of its limits, each run with the same settings on the same candles.
enum Contender {
    /// A candle in, the same candle out.
    COPY,
    /// A candle in; one constant prediction and one constant outcome out.
    COPY_SAME_OUTPUT,
    /// The service.
    LEARNER;

    /// A contender that runs.
    ///
    /// @param streams its topology
    /// @param outputPrefix put before the names of the topics it writes
    record Running(LearnerStreams streams, String outputPrefix, Runnable stop)
            implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }

    /// Starts it on the topics of the settings.
    Running start(Workbench bench, Settings settings) throws InterruptedException {
        return switch (this) {
            case COPY -> startCopy(bench, settings, Output.CANDLE);
            case COPY_SAME_OUTPUT -> startCopy(bench, settings, Output.CONSTANTS);
            case LEARNER -> {
                bench.createTopics(settings.topics().prefix(), settings.topics().partitions());
                Service service = Service.start(settings);
                yield new Running(service.streams(), settings.topics().prefix(), service::close);
            }
        };
    }

    private static Running startCopy(Workbench bench, Settings settings, Output output)
            throws InterruptedException {
        String outputPrefix = settings.applicationId() + "-output-";
        bench.createTopics(outputPrefix, settings.topics().partitions());
        LearnerStreams streams =
                LearnerStreams.start(
                        new CopyTopology(settings.topics().prefix(), outputPrefix, output).build(),
                        Service.streamsProperties(settings, bench.bootstrapServers()).properties());
        return new Running(streams, outputPrefix, streams::close);
    }
}

package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.topology.CandleTopic;
import io.candlestream.topology.InputProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);

    @TempDir private Path folder;

    @Test
    void stateOfAnotherConfigurationEndsTheServiceWithAReasonAndExitCodeOne() throws Exception {
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
                CandleTopic topic = new CandleTopic(broker.bootstrapServers(), "")) {
            String servers = broker.bootstrapServers();
            Service.createTopics(Settings.load(null, List.of()), servers);
            topic.publish(RandomCandles.of(SERIES, 1, 20).subList(0, 10));
            try (ServiceProcess service = ServiceProcess.start(servers, folder.resolve("data"));
                    InputProgress progress = new InputProgress(servers, "", "candlestream")) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> progress.lag() == 0);
                service.stop();
            }

            topic.publish(RandomCandles.of(SERIES, 1, 20).subList(10, 20));
            try (ServiceProcess service =
                    ServiceProcess.start(servers, folder.resolve("data"), "learner.half-life=13")) {
                assertThat(service.awaitExit()).as(service::log).isEqualTo(ExitCode.FAILED);
                assertThat(service.log())
                        .contains("candlestream: the topology has stopped")
                        .contains(
                                "state of test:BTCUSD@1m must have been learned under the running")
                        .contains("set another application-id");
            }
        }
    }
}

package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.history.Sample;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSampleCommandTest {

    private final CapturedConsole console = new CapturedConsole();

    @Test
    void publishesEveryCandleOfTheSample(@TempDir Path folder) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.onFreePort(folder))) {
            String servers = broker.bootstrapServers();

            assertThat(console.run("feed", "sample", "--bootstrap-servers", servers)).isZero();

            assertThat(console.out()).startsWith("published 10,230 candles");
            Map<String, Integer> counts = new HashMap<>();
            try (var reader = new TopicReader<>(servers, Topics.CANDLES, "")) {
                reader.readToEnd(record ->
                        counts.merge(Objects.requireNonNull(record.keyText()), 1, Integer::sum));
            }
            assertThat(counts).hasSize(Sample.values().length);
            for (Sample sample : Sample.values()) {
                assertThat(counts)
                        .containsEntry(
                                sample.series().instrument().toString(), sample.candles().size());
            }
        }
    }

    @Test
    void refusesASpeedThatIsNone() {
        assertThat(console.run("feed", "sample", "--speed", "fast")).isEqualTo(2);

        assertThat(console.err()).contains("--speed");
    }
}

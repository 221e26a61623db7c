package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSignalsCommandTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void publishesEachRowForWhomItIs() throws IOException {
        Path file =
                file(
                        "time,name,value,instrument\n2000,greed,2,\n1000,greed,1,test:C\nx,greed,1,\n");
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")))) {
            String servers = broker.bootstrapServers();

            int code =
                    console.run(
                            "feed",
                            "signals",
                            file.toString(),
                            "--instruments",
                            "test:A,test:B",
                            "--set",
                            "topics.partitions=1",
                            "--set",
                            "bootstrap-servers=" + servers);

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(console.out())
                    .isEqualTo("published 4 signals of 3 instruments, 1 bad rows\n");
            assertThat(console.err()).contains("signals.csv, line 4: time must be");
            List<String> read = new ArrayList<>();
            try (var reader = new TopicReader<>(servers, Topics.SIGNALS, "")) {
                reader.readToEnd(record ->
                        read.add(
                                "%s %d %s"
                                        .formatted(
                                                record.keyText(),
                                                record.timestampMs(),
                                                Objects.requireNonNull(record.message())
                                                        .getValue())));
            }
            assertThat(read)
                    .containsExactly(
                            "test:C 1000 1.0",
                            "test:A 2000 2.0",
                            "test:B 2000 2.0",
                            "test:C 2000 2.0");
        }
    }

    @Test
    void asksWhomRowsWithoutAnInstrumentAreFor() throws IOException {
        Path file = file("time,name,value\n1000,greed,1\n");

        assertThat(console.run("feed", "signals", file.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--instruments must name whom the rows");
        assertThat(console.run("feed", "signals", file.toString(), "--instruments", "BTC"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--instruments: instrument must be venue:SYMBOL");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("signals.csv"), text);
    }
}

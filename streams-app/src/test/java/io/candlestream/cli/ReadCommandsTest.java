package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.topology.InputProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Feeding and reading a running service from other processes' commands.
class ReadCommandsTest {

    @TempDir private Path folder;

    @Test
    void whatWasFedIsReadAsTableCsvAndJson() {
        Settings settings =
                Settings.load(null, List.of("data-dir=" + folder, "learner.metrics-every=1"));
        try (Service service = Service.start(settings);
                InputProgress progress = service.progress()) {
            String[] feed = {"feed", "synthetic", "--instruments", "2", "--candles", "300"};
            assertThat(run(feed).out()).startsWith("published 600 candles");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> progress.lag() == 0);

            assertThat(run("predictions", "--format", "csv").out().lines())
                    .hasSize(1 + 2 * 101)
                    .first()
                    .asString()
                    .startsWith("instrument,open_time");
            assertThat(run("predictions", "--instrument", "synthetic:COIN2").out().lines())
                    .hasSize(1 + 101)
                    .last()
                    .asString()
                    .contains("synthetic:COIN2", "softmax");
            assertThat(run("topic", "metrics", "--instrument", "synthetic:COIN1").out().lines())
                    .last()
                    .asString()
                    .contains("\"key\":\"synthetic:COIN1@1m\"", "\"majority_class\"");
            assertThat(run("topic", "outcomes").out().lines()).hasSize(2 * 89);
            assertThat(run("topic", "rejections").out()).isEmpty();
        }
    }

    @Test
    void withoutABrokerTheyTellHowToGetOne() {
        CapturedConsole console = new CapturedConsole();

        int code = console.run("predictions", "--data-dir", folder.toString());

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("start 'candlestream serve'");
    }

    @Test
    void anUnknownTopicIsRefusedWithTheNamesThereAre() {
        CapturedConsole console = new CapturedConsole();

        assertThat(console.run("topic", "prediction")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err())
                .contains(
                        "candles, signals, predictions, outcomes, metrics, models, alerts, rejections");
    }

    private CapturedConsole run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "data-dir=" + folder));
        CapturedConsole console = new CapturedConsole();
        assertThat(console.run(all.toArray(String[]::new))).as(console.err()).isZero();
        return console;
    }
}

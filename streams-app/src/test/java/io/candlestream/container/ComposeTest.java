package io.candlestream.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.candlestream.history.Sample;
import io.candlestream.schema.Prediction;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.topology.InputProgress;
import io.candlestream.topology.TopicContents;
import io.candlestream.topology.UndisturbedRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What `docker compose -f docker/compose.yaml up --wait` brings up, seen through the published
/// port.
@Tag("container")
class ComposeTest {

    private static boolean isUp;
    private static Compose compose;
    private static String servers;

    @BeforeAll
    static void up() throws Exception {
        int port = freePort();
        servers = "127.0.0.1:" + port;
        compose = new Compose("candlestream-test-" + port, Map.of("CANDLESTREAM_PORT", "" + port));
        if (Compose.isAvailable()) {
            isUp = true;
            compose.run("up", "--wait", "--wait-timeout", "180");
        }
    }

    // Not before all: a class that is skipped as a whole is reported as one without tests.
    @BeforeEach
    void needsAnEngine() {
        assumeTrue(isUp, "skipped: 'docker compose' is not installed or no engine answers");
    }

    @AfterAll
    static void down() throws Exception {
        if (isUp) {
            compose.run("down", "--volumes", "--timeout", "20");
        }
    }

    @Test
    void theServicePredictsWhatTheReplayOfTheSampleSays() {
        Settings settings = Settings.load(null, List.of());

        awaitEndOfFeed(settings);

        Map<String, List<Prediction>> replayed =
                UndisturbedRun.of(
                                Arrays.stream(Sample.values())
                                        .flatMap(sample -> sample.candles().stream())
                                        .toList(),
                                new ConfiguredLearners(settings),
                                settings.learner().snapshotEvery())
                        .predictions();
        assertThat(replayed).hasSize(Sample.values().length);
        assertThat(TopicContents.read(servers, "").predictions()).isEqualTo(replayed);
    }

    @Test
    void theServiceIsNobodyAndMayWriteOnlyWhereItMust() throws Exception {
        assertThat(compose.run("exec", "-T", "service", "id", "-u")).isEqualTo("10001\n");
        assertThat(compose.run("exec", "-T", "service", "grep", "CapEff", "/proc/1/status"))
                .matches("CapEff:\\s+0+\n");
        assertThat(compose.run("exec", "-T", "service", "bash", "-c", "! touch /app/x 2>&1"))
                .contains("Read-only file system");
    }

    private static void awaitEndOfFeed(Settings settings) {
        try (InputProgress progress = new InputProgress(servers, "", settings.applicationId())) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> progress.lag() == 0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}

package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir private Path folder;

    private final CapturedConsole console = new CapturedConsole();

    @Test
    void findsAMachineThatBuildsThisFitAndChangesNothing() {
        Path dataDir = folder.resolve("data");

        assertThat(console.run("doctor", "--set", "data-dir=" + dataDir)).isZero();

        assertThat(console.out().lines().map(line -> line.split(" +", 3)[0]))
                .containsExactly(
                        "check",
                        "settings",
                        "java",
                        "memory",
                        "data-dir",
                        "disk",
                        "ports",
                        "rocksdb",
                        "broker");
        assertThat(console.out()).contains("embedded, data in " + dataDir.resolve("broker"));
        assertThat(dataDir).doesNotExist();
    }

    @Test
    void looksAtTheClusterAndItsTopics() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.onFreePort(folder))) {
            String servers = "localhost:1," + broker.bootstrapServers();

            assertThat(run("--set", "bootstrap-servers=" + servers)).isZero();

            assertThat(check("broker").path("found").asText()).contains(servers, "Kafka 4.");
            assertThat(check("topics").path("state").asText()).isEqualTo("warn");
            assertThat(check("topics").path("found").asText()).contains("missing: candles");
        }
    }

    @Test
    void saysWhichBrokerCannotBeReached() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        assertThat(run("--set", "bootstrap-servers=127.0.0.1:" + port)).isEqualTo(1);

        assertThat(check("broker").path("state").asText()).isEqualTo("fail");
        assertThat(check("broker").path("found").asText())
                .startsWith("cannot connect to 127.0.0.1:" + port);
        assertThat(check("broker").path("action").asText()).contains("bootstrap-servers");
    }

    @Test
    void saysWhatIsWrongWithTheSettingsAndChecksTheRest() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "learnr: {}");

        assertThat(run("--config", file.toString())).isEqualTo(1);

        assertThat(check("settings").path("found").asText())
                .isEqualTo(file + ": there is no key learnr; did you mean learner?");
        assertThat(check("rocksdb").path("state").asText()).isEqualTo("ok");
    }

    @Test
    void saysThatTheDataDirectoryIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("--set", "data-dir=" + file)).isEqualTo(1);

        assertThat(check("data-dir").path("found").asText())
                .isEqualTo(file + " is not a directory");
    }

    @Test
    void failsOnAnotherJava() {
        Finding finding = MachineCheck.java(Runtime.Version.parse("17.0.15"));

        assertThat(finding.state()).isEqualTo(Finding.State.FAIL);
        assertThat(finding.action()).contains("JDK 25");
    }

    @Test
    void printsEverySettingInEffect() {
        assertThat(console.run("doctor", "--settings", "--set", "learner.half-life=7")).isZero();

        assertThat(console.out()).contains("bootstrap-servers: null", "half-life: 7.0");
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "doctor";
        arguments[1] = "--format";
        arguments[2] = "json";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return console.run(arguments);
    }

    private JsonNode check(String name) throws Exception {
        for (JsonNode check : new JsonMapper().readTree(console.out()).path("checks")) {
            if (check.path("check").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + console.out());
    }
}

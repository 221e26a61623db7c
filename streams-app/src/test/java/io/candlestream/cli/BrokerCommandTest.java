package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The broker as a process of its own, with real signals.
class BrokerCommandTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir private Path folder;

    private Process process;
    private String address;

    @BeforeEach
    void startProcess() throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.candlestream.cli.Main",
                                "broker",
                                "--port=0",
                                "--data-dir=" + folder)
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        address = process.inputReader().readLine();
        assertThat(address).describedAs(errors()).matches("127\\.0\\.0\\.1:\\d+");
    }

    @AfterEach
    void endProcess() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void printsItsAddressRefusesToShareAndStopsCleanly() throws Exception {
        CapturedConsole second = new CapturedConsole();

        assertThat(second.run("broker", "--port=0", "--data-dir=" + folder)).isEqualTo(2);

        assertThat(second.err())
                .contains("is in use: process " + process.pid() + " runs a broker at " + address);
        assertThat(EmbeddedBroker.findAddress(folder.resolve("broker"))).contains(address);

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(errors().lines())
                .containsExactly(
                        "broker is ready, its data in " + folder.resolve("broker"),
                        "broker has stopped");
    }

    @Test
    void keepsItsTopicsWhenItIsKilled() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            NewTopic topic = new NewTopic("candles", Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }

        process.destroyForcibly().waitFor();

        assertThat(EmbeddedBroker.findAddress(folder.resolve("broker"))).isEmpty();
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).isEqualTo(Set.of("candles"));
        }
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }
}

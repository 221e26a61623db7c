package io.candlestream.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    @TempDir private Path folder;

    private final AtomicReference<String> state = new AtomicReference<>("REBALANCING");

    @Test
    void followsTheStateAndIsGoneInTheEnd() {
        Path made = folder.resolve("data");
        Path file = made.resolve(StateFile.NAME);
        try (StateFile _ = new StateFile(made, state::get)) {
            Awaitility.await().untilAsserted(() -> assertThat(file).hasContent("REBALANCING\n"));
            state.set("RUNNING");
            Awaitility.await().untilAsserted(() -> assertThat(file).hasContent("RUNNING\n"));
        }

        assertThat(made).isEmptyDirectory();
    }

    @Test
    void isWrittenAnewWhileNothingChanges() throws Exception {
        Path file = folder.resolve(StateFile.NAME);
        try (StateFile _ = new StateFile(folder, state::get)) {
            Awaitility.await().until(() -> Files.exists(file));
            Files.setLastModifiedTime(file, LONG_AGO);
            Awaitility.await().until(() -> !Files.getLastModifiedTime(file).equals(LONG_AGO));
        }
    }
}

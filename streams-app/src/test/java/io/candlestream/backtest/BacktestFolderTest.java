package io.candlestream.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestFolderTest {

    /// Can be opened and takes no byte: what a full disk does.
    private static final Path FULL = Path.of("/dev/full");

    @TempDir private Path path;

    @Test
    void leavesNoHalfReportOnAFullDisk() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        Path unfinished = path.resolve("report.json.unfinished");
        Files.createSymbolicLink(unfinished, FULL);

        try (BacktestFolder folder = BacktestFolder.open(path, true)) {
            assertThatThrownBy(() -> folder.writeReport(TextNode.valueOf("a".repeat(10_000))))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write " + path.resolve("report.json"));
        }

        assertThat(path.resolve("report.json")).doesNotExist();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void leavesNoHalfTableOnAFullDisk() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        Path trades = path.resolve("trades.csv");
        Files.createSymbolicLink(path.resolve("trades.csv.unfinished"), FULL);

        assertThatThrownBy(
                        () -> {
                            try (TradesCsv csv = new TradesCsv(trades)) {
                                csv.finish();
                            }
                        })
                .isInstanceOf(UncheckedIOException.class);

        assertThat(trades).doesNotExist();
    }

    @Test
    void keepsAnOlderReportUntilTheNewOneIsWhole() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        Files.writeString(path.resolve("report.json"), "old");
        Files.createSymbolicLink(path.resolve("report.json.unfinished"), FULL);

        try (BacktestFolder folder = BacktestFolder.open(path, true)) {
            assertThatThrownBy(() -> folder.writeReport(TextNode.valueOf("new")))
                    .isInstanceOf(UncheckedIOException.class);
        }

        assertThat(path.resolve("report.json")).hasContent("old");
    }
}

package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckCommandTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void countsWhatIsWrongWithAFile() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("COIN-1m.csv"),
                        """
                        open_time,open,high,low,close,volume
                        60000,10,12,9,11,5
                        120000,11,12,9,11,0
                        120000,11,12,9,11,0
                        120000,11,12,9,10,0
                        60000,10,12,9,11,5
                        360000,13,12,9,11,5
                        420000,one,12,9,11,5
                        """);

        int code = console.run("data", "check", file.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(console.out())
                .contains(
                        "file:COIN@1m",
                        "6 candles, 1 bad rows",
                        "1970-01-01T00:01:00Z to 1970-01-01T00:06:00Z",
                        "1, 3 candles missing, the longest gap 3",
                        "1 exact, 1 conflicting",
                        "1 late, 0 off the grid",
                        "1 with an open or close outside low to high",
                        "line 8: ");
    }

    @Test
    void aFileThatHoldsNoCandlesIsUnusableInputAndTheOthersAreChecked() throws IOException {
        Path junk = Files.writeString(folder.resolve("JUNK.csv"), "a,b\n1,2\n");
        Path good =
                Files.writeString(
                        folder.resolve("COIN-1m.csv"),
                        "open_time,open,high,low,close,volume\n60000,10,12,9,11,5\n120000,11,12,9,11,0\n");

        int code =
                console.run("data", "check", junk.toString(), good.toString(), "--format", "json");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("JUNK.csv");
        assertThat(console.out()).contains("\"file:COIN\"").contains("\"flawless\" : true");
    }

    @Test
    void anUnknownCalendarIsWrongUsage() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("COIN-1m.csv"),
                        "open_time,open,high,low,close,volume\n60000,10,12,9,11,5\n120000,11,12,9,11,0\n");

        assertThat(console.run("data", "check", file.toString(), "--calendar", "nyse"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--calendar must be always_open, weekdays or sessions");
    }
}

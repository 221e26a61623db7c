package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataConvertCommandTest {

    private static final String NEWEST_FIRST =
            """
            https://example.org
            Date;Open;High;Low;Close;Volume
            2017-01-01 00:02;2.50;3;2;2.5;1e3
            2017-01-01 00:01;1.50;2;1;1.5;7
            2017-01-01 00:01;1.50;2;1;1.6;7
            2017-01-01 00:00;null;2;1;1.5;7
            2016-12-31 23:59;1.50;2;1;1.5;7
            """;

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void writesTheSourcesDigitsOldestFirstAndSaysWhatItLeftOut() throws IOException {
        Path source = Files.writeString(folder.resolve("COIN.csv"), NEWEST_FIRST);
        Path out = folder.resolve("out.csv");
        Path left = folder.resolve("left.csv");

        int code =
                console.run(
                        "data",
                        "convert",
                        source.toString(),
                        "--out",
                        out.toString(),
                        "--conflicts",
                        "last",
                        "--rejections",
                        left.toString());

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "open_time,open,high,low,close,volume",
                        "1483228740000,1.50,2,1,1.5,7",
                        "1483228860000,1.50,2,1,1.5,7",
                        "1483228920000,2.50,3,2,2.5,1000");
        assertThat(console.err())
                .contains(
                        "wrote 3 candles of file:COIN@1m; left out 0 duplicates, 1 conflicts (last),"
                                + " 1 bad rows",
                        "line 6: open must be a finite decimal number, was \"null\"");
        assertThat(Files.readAllLines(left)).hasSize(3).first().isEqualTo("file,line,reason,text");
    }

    @Test
    void writesAFileASeriesIntoAFolder() throws IOException {
        Path source =
                Files.writeString(
                        folder.resolve("all.csv"),
                        """
                        symbol,time,open,high,low,close,volume
                        A/B,1483228800,1,1,1,1,1
                        C,1483228800,1,1,1,1,1
                        A/B,1483228860,1,1,1,1,1
                        C,1483228860,1,1,1,1,1
                        """);
        Path out = Files.createDirectory(folder.resolve("out"));

        assertThat(console.run("data", "convert", source.toString(), "--out", out + "/x.csv"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--out must be a folder for 2 series");
        assertThat(console.run("data", "convert", source.toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("A_B-1m.csv.gz")).exists();
        assertThat(out.resolve("C-1m.csv.gz")).exists();
    }

    @Test
    void refusesARuleAndColumnsThatAreNone() throws IOException {
        Path source = Files.writeString(folder.resolve("COIN.csv"), NEWEST_FIRST);

        assertThat(console.run("data", "check", source.toString(), "--conflicts", "best"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err())
                .contains("--conflicts must be first, last or reject, was \"best\"");
        assertThat(console.run("data", "check", source.toString(), "--columns", "when=Date"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--columns must be of time, open, high");
    }
}

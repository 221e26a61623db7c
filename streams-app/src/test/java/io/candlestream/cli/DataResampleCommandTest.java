package io.candlestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.golden.SharedCandles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataResampleCommandTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void writesEveryClosedCandleAndTheDigitsOfItsParts() throws IOException {
        Path data =
                file(
                        """
                        open_time,open,high,low,close,volume
                        60000,1.10,2,1,1.5,0.1
                        120000,1.5,3.25,1.25,3,0.1
                        180000,3,3,0.000001,2,0.2
                        180000,3,3,0.000001,2,0.2
                        x,3,3,1,2,0.2
                        240000,2,2,2,2,12345678.9
                        300000,2,2,2,2,1
                        """);

        assertThat(resample(data, "2m")).as(console.err()).isEqualTo(ExitCode.DONE);

        assertThat(Files.readAllLines(out()))
                .containsExactly(
                        "open_time,open,high,low,close,volume",
                        "120000,1.5,3.25,0.000001,2,0.3",
                        "240000,2,2,2,2,12345679.9");
        assertThat(console.err())
                .contains("COIN-1m.csv, line 6: time must be")
                .contains(
                        "made 2 candles of 2m of 5 of 1m; 1 duplicates, 0 conflicts (first), 0 refused, 1 bad rows");
    }

    /// The venue's own hours, of which the folder has both.
    @ParameterizedTest
    @CsvSource({"BTCUSDT,15m,1h", "ETHUSDT,15m,1h", "BTCUSDT,1h,1d", "DOGEUSDT,1h,1d"})
    void makesTheVenuesOwnCandlesToTheLastDigit(String symbol, String shorter, String longer)
            throws IOException {
        Path data = SharedCandles.file("binance/" + symbol + '-' + shorter + ".csv.gz");
        Path venues = SharedCandles.file("binance/" + symbol + '-' + longer + ".csv.gz");

        assertThat(resample(data, longer)).as(console.err()).isEqualTo(ExitCode.DONE);

        List<String> made = Files.readAllLines(out());
        assertThat(made).hasSizeGreaterThan(1_000);
        List<String> expected = linesOf(venues, first(made));
        for (int i = 1; i < made.size(); i++) {
            assertThat(numbers(made.get(i)))
                    .as("line %s", i)
                    .isEqualTo(numbers(expected.get(i - 1)));
        }
    }

    @Test
    void refusesAnIntervalThatIsNoMultiple() throws IOException {
        Path data = file("open_time,open,high,low,close,volume\n0,1,1,1,1,1\n900000,1,1,1,1,1\n");

        assertThat(resample(data, "20m")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err())
                .contains(
                        "--interval must be longer than the file's 15m and a multiple of it, was 20m");
        assertThat(resample(data, "1y")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--interval: interval must be a number and one of");
        assertThat(Files.exists(out())).isFalse();
    }

    @Test
    void neverWritesOverWhatItReads() throws IOException {
        Path data = file("open_time,open,high,low,close,volume\n0,1,1,1,1,1\n60000,1,1,1,1,1\n");

        int code =
                console.run(
                        "data",
                        "resample",
                        "--data",
                        data.toString(),
                        "--interval",
                        "1h",
                        "--out",
                        data.toString());

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--out must be another file than --data");
        assertThat(Files.readAllLines(data)).hasSize(3);
    }

    private int resample(Path data, String interval) {
        return console.run(
                "data",
                "resample",
                "--data",
                data.toString(),
                "--interval",
                interval,
                "--out",
                out().toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("COIN-1m.csv"), text);
    }

    private Path out() {
        return folder.resolve("out.csv");
    }

    private static String first(List<String> lines) {
        return lines.get(1).substring(0, lines.get(1).indexOf(','));
    }

    private static List<String> linesOf(Path file, String firstOpen) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return reader.lines().dropWhile(line -> !line.startsWith(firstOpen)).toList();
        }
    }

    private static List<BigDecimal> numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(text -> new BigDecimal(text).stripTrailingZeros())
                .toList();
    }
}

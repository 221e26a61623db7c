package io.candlestream.cli;

import static io.candlestream.account.GoldenLedger.TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candlestream.account.GoldenLedger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of golden/backtest, from the command line to the files it writes.
class BacktestGoldenTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    static List<GoldenLedger> all() {
        return GoldenLedger.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFilesAreTheReference(GoldenLedger golden) throws IOException {
        Path out = folder.resolve("run");
        int code =
                console.run(
                        "backtest",
                        "--data",
                        copied("candles.csv").toString(),
                        "--interval",
                        "1m",
                        "--instrument",
                        "test:GOLDEN",
                        "--positions",
                        copied(golden.name() + ".positions.csv").toString(),
                        "--out",
                        out.toString(),
                        "--fee-bps",
                        golden.text("fee_bps"),
                        "--slippage-bps",
                        golden.text("slippage_bps"),
                        "--equity",
                        golden.text("equity"),
                        "--sides",
                        golden.text("sides"),
                        "--format",
                        "json");

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertSame(out.resolve("equity_curve.csv"), golden.name() + ".equity.csv", "");
        assertSame(out.resolve("trades.csv"), golden.name() + ".trades.csv", "test:GOLDEN,");
        JsonNode report = new ObjectMapper().readTree(Files.readString(out.resolve("report.json")));
        assertThat(new ObjectMapper().readTree(console.out())).isEqualTo(report);
        check(report.path("metrics"), golden);
        assertThat(report.path("baselines").path("buy_and_hold").path("total_trades").asInt())
                .isEqualTo(1);
    }

    private static void check(JsonNode metrics, GoldenLedger golden) {
        for (String figure :
                List.of(
                        "final_equity",
                        "total_return_pct",
                        "fees_paid",
                        "max_drawdown_pct",
                        "sharpe_ratio")) {
            double expected = golden.number(figure);
            assertThat(metrics.path(figure).asDouble())
                    .as(figure)
                    .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
        }
        assertThat(metrics.path("closed_trades").asDouble())
                .isEqualTo(golden.number("trades_closed"));
        assertThat(metrics.path("total_trades").asDouble())
                .isEqualTo(golden.number("trades_closed") + golden.number("still_open"));
    }

    /// Cell by cell: numbers with a point to the tolerance, everything else as it is written.
    ///
    /// @param prefix what is before the reference's cells in every row but the header
    private static void assertSame(Path file, String reference, String prefix) throws IOException {
        List<String> actual = Files.readAllLines(file);
        List<String> expected =
                new String(resource(reference), StandardCharsets.UTF_8).lines().toList();
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(actual.getFirst())
                .isEqualTo((prefix.isEmpty() ? "" : "instrument,") + expected.getFirst());
        for (int row = 1; row < expected.size(); row++) {
            String[] cells = actual.get(row).split(",", -1);
            String[] references = (prefix + expected.get(row)).split(",", -1);
            assertThat(cells).hasSameSizeAs(references);
            int line = row;
            assertThat(IntStream.range(0, cells.length))
                    .allMatch(i -> isSame(cells[i], references[i]), "as in line " + line);
        }
    }

    private static boolean isSame(String actual, String expected) {
        if (!expected.contains(".")) {
            return actual.equals(expected);
        }
        double reference = Double.parseDouble(expected);
        // A drawdown next to nothing is the difference of two numbers next to 1.
        double allowed = TOLERANCE * Math.max(Math.abs(reference), 1e-6);
        return Math.abs(Double.parseDouble(actual) - reference) <= allowed;
    }

    private Path copied(String name) throws IOException {
        return Files.write(folder.resolve(name), resource(name));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenLedger.class.getResourceAsStream("/golden/backtest/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

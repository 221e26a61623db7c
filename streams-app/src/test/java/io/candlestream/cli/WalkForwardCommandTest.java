package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `backtest` without `--positions`.
class WalkForwardCommandTest {

    private static final List<String> FILES =
            List.of(
                    "report.json",
                    "equity_curve.csv",
                    "trades.csv",
                    "predictions.csv",
                    "feature_importance.json",
                    "manifest.json");

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @BeforeEach
    void writeCandles() throws IOException {
        write("COIN-1m.csv", 5);
    }

    private void write(String name, long seed) throws IOException {
        List<String> rows = new ArrayList<>(List.of("open_time,open,high,low,close,volume"));
        for (Candle c : RandomCandles.of(seed, 2_500)) {
            rows.add(
                    Stream.of(c.open(), c.high(), c.low(), c.close(), c.baseVolume())
                            .map(String::valueOf)
                            .reduce(Long.toString(c.openTimeMs()), (a, b) -> a + ',' + b));
        }
        Files.write(folder.resolve(name), rows);
    }

    private int backtest(String run, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "--data",
                                file("COIN-1m.csv"),
                                "--out",
                                file(run),
                                "--set=backtest.train=1000",
                                "--set=backtest.test=300",
                                "--set",
                                "learner.features=return(1), rsi(14), zscore(volume,30)"));
        arguments.addAll(Arrays.asList(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    @Test
    void writesEverythingAndSaysWhatItAmountsTo() throws IOException {
        int code =
                backtest(
                        "run",
                        "--online",
                        "--buy=0.55",
                        "--sell=0.45",
                        "--size=confidence",
                        "--spread-bps=3");

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        FILES.forEach(name -> assertThat(folder.resolve("run").resolve(name)).isNotEmptyFile());
        assertThat(console.out())
                .contains("strategy", "buy_and_hold (baseline)", "majority_class", "champion")
                .contains("file:COIN@1m: 1,200 candles out of sample in 4 folds; after costs")
                .contains("the best baseline (p = ");
        JsonNode report = json("run/report.json");
        assertThat(report.path("folds")).hasSize(4);
        assertThat(report.path("folds").path(0).path("trained_on").asInt()).isEqualTo(1_000 - 12);
        assertThat(report.path("baselines").properties()).hasSize(4);
        assertThat(report.path("prediction").path("outcome_count").asInt()).isEqualTo(1_200);
        assertThat(report.path("significance").path("trials").asInt()).isOne();
        assertThat(report.path("config").path("online").asBoolean()).isTrue();
        assertThat(report.path("config").path("size").asText()).isEqualTo("confidence");
        JsonNode costs = report.path("costs");
        assertThat(costs.path("spread").asDouble()).isPositive();
        assertThat(
                        costs.path("gross_profit").asDouble()
                                - costs.path("fees").asDouble()
                                - costs.path("spread").asDouble()
                                - costs.path("slippage").asDouble()
                                - costs.path("borrow").asDouble())
                .isCloseTo(costs.path("net_profit").asDouble(), within(1e-8));
        assertThat(costs.path("net_profit").asDouble())
                .isEqualTo(report.path("metrics").path("final_equity").asDouble() - 10_000);
        assertThat(report.path("config").path("buy").asDouble()).isEqualTo(0.55);
        assertThat(json("run/manifest.json").path("data").path(0).path("sha256").asText())
                .hasSize(64);
        assertThat(json("run/feature_importance.json").path("features")).hasSize(3);
    }

    @Test
    void givesTheSameFilesToTheByteWhereverTheyGoAndHoweverManyThreadsMakeThem() {
        backtest("one");
        backtest("two", "--threads", "2");

        FILES.forEach(name ->
                assertThat(folder.resolve("two").resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(name)));
    }

    @Test
    void walksThroughEveryInstrumentByItself() throws IOException {
        write("METAL-1m.csv", 6);
        backtest("alone");

        int code = backtest("both", "--data", file("METAL-1m.csv"));

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        JsonNode accounts = json("both/report.json").path("accounts");
        assertThat(accounts).hasSize(2);
        assertThat(accounts.path(0).path("metrics"))
                .isEqualTo(json("alone/report.json").path("metrics"));
        assertThat(folder.resolve("both/equity_curve-file-METAL.csv")).exists();
    }

    @Test
    void auditsEveryInstrumentWithoutAFolder() throws IOException {
        write("METAL-1m.csv", 6);

        int code =
                console.run(
                        "backtest",
                        "--audit",
                        "--data",
                        file("COIN-1m.csv"),
                        file("METAL-1m.csv"),
                        "--train=1000",
                        "--test=300",
                        "--set=learner.features=return(1), rsi(14)");

        assertThat(code).as(console.out() + console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out().lines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("PASS  file:"));
        assertThat(console.out())
                .contains("file:COIN@1m  future_changed: ", "file:METAL@1m  threads_agree: ");
    }

    @Test
    void failsWhereAnAuditFindsAnythingWrong() {
        // Where every label is the same no oracle is better, and nothing shows that a leak would be
        // seen.
        int code =
                console.run(
                        "backtest",
                        "--audit",
                        "--data",
                        file("COIN-1m.csv"),
                        "--train=1000",
                        "--test=300",
                        "--set=learner.features=return(1)",
                        "--set=learner.label=direction(12,threshold_bps=9000)");

        assertThat(code).as(console.out() + console.err()).isEqualTo(ExitCode.FAILED);
        assertThat(console.out()).contains("FAIL  file:COIN@1m  oracle_found: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --audit --out=run         | --audit must go without --out, which it does not fill
                    --audit --positions=p     | --audit must go without --positions and --sweep
                    --audit --sweep=a.b=1,2   | --audit must go without --positions and --sweep
                    --online                  | --data=FILE and --out=DIR or --audit must be given
                    """)
    void needsAFolderOrAnAudit(String options, String message) {
        List<String> arguments =
                new ArrayList<>(List.of("backtest", "--data", file("COIN-1m.csv")));
        arguments.addAll(Arrays.asList(options.split(" ", -1)));

        int code = console.run(arguments.toArray(String[]::new));

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --test=30m         | backtest: train, test, step and embargo must all be candles
                    --test=5           | backtest: test must be at least as long as the horizon, 12, was 5
                    --step=100         | backtest: step must be at least test, 300, or overlap be allowed
                    --train=5y         | backtest.train: a length must be candles as in 5000 or time
                    --train=5000       | file:COIN@1m: must have 53
                    --buy=0.3          | backtest.sell must be below backtest.buy, were 0.4 and 0.3
                    --threads=0        | --threads must be at least 1, was 0
                    --train=2000 --positions=p.csv | --positions brings its own decisions and goes without folds
                    --set=learner.label=forward_return(6) | learner.label must be of classes
                    --set=backtest.online=maybe | backtest.online must be true or false, was "maybe"
                    """)
    void refusesWhatMakesNoFoldsAndLeavesNothingBehind(String option, String message) {
        int code =
                option.contains("label")
                        ? backtest("run", option, "--set=learner.models=rls")
                        : backtest("run", option.split(" "));

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains(message);
        assertThat(folder.resolve("run")).doesNotExist();
    }
}

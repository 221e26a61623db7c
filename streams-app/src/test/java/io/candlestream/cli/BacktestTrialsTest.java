package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several runs over the same history: counted, swept and compared.
class BacktestTrialsTest {

    @TempDir private Path folder;

    private BacktestRuns runs() {
        return new BacktestRuns(folder);
    }

    private int trials(String run) throws IOException {
        return runs().json(run + "/report.json").path("significance").path("trials").asInt();
    }

    private CapturedConsole failing(String... arguments) {
        CapturedConsole console = new CapturedConsole();
        assertThat(console.run(arguments)).isEqualTo(ExitCode.UNUSABLE);
        return console;
    }

    @Nested
    class ARun {

        @Test
        void isATrialOnceHoweverOftenAndWhereverItRuns() throws IOException {
            runs().walk("one");
            runs().walk("other", "--buy=0.55");
            runs().walk("again", "--threads=2");
            runs().walk("otherAgain", "--buy", "0.55");

            assertThat(trials("one")).isOne();
            assertThat(trials("other")).isEqualTo(2);
            assertThat(trials("again")).isOne();
            assertThat(folder.resolve("again/report.html"))
                    .hasSameBinaryContentAs(folder.resolve("one/report.html"));
            assertThat(folder.resolve("otherAgain/report.json"))
                    .hasSameBinaryContentAs(folder.resolve("other/report.json"));
            assertThat(Files.readAllLines(folder.resolve("runs.jsonl"))).hasSize(2);
        }

        @Test
        void isCountedWhereItIsSaidAndOfItsOwnDataOnly() throws IOException {
            String registry = "--runs=" + folder.resolve("mine.jsonl");
            runs().walk("one", registry);
            runs().walk("two", registry, "--data", runs().candles("METAL-1m.csv", 6).toString());

            assertThat(folder.resolve("runs.jsonl")).doesNotExist();
            assertThat(Files.readAllLines(folder.resolve("mine.jsonl"))).hasSize(2);
            JsonNode both = runs().json("two/report.json").path("accounts");
            assertThat(both.path(0).path("significance").path("trials").asInt()).isOne();
        }

        @Test
        void isDeflatedByTheTrialsBeforeIt() throws IOException {
            runs().walk("one");
            runs().walk("two", "--buy=0.52", "--sell=0.51");

            JsonNode evidence = runs().json("two/report.json").path("significance");

            assertThat(evidence.path("trial_sharpe_deviation").asDouble()).isPositive();
            assertThat(evidence.path("luckiest_sharpe_ratio").asDouble()).isPositive();
            assertThat(evidence.path("deflated_sharpe_ratio").asDouble())
                    .isLessThan(evidence.path("probabilistic_sharpe_ratio").asDouble());
        }
    }

    @Nested
    class ASweep {

        @Test
        void runsEveryCombinationAsATrialAndPutsTheBestFirst() throws IOException {
            CapturedConsole console =
                    runs().walk(
                                    "sweep",
                                    "--sweep=backtest.buy=0.52,0.55",
                                    "--sweep",
                                    "learner.models=softmax,softmax(clip=1)");

            JsonNode summary = runs().json("sweep/sweep.json");
            assertThat(summary.path("trials").asInt()).isEqualTo(4);
            assertThat(summary.path("runs")).hasSize(4);
            double best = summary.path("runs").path(0).path("sharpe_ratio").asDouble();
            summary.path("runs")
                    .forEach(run ->
                            assertThat(run.path("sharpe_ratio").asDouble())
                                    .isLessThanOrEqualTo(best));
            assertThat(console.out()).contains("The best of 4 trials", "lucky by construction");
            assertThat(folder.resolve("sweep/1-backtest.buy=0.52,learner.models=softmax"))
                    .isDirectory();
            JsonNode last =
                    runs().json(
                                    "sweep/4-backtest.buy=0.55,learner.models=softmax(clip=1)"
                                            + "/manifest.json");
            assertThat(last.path("command").toString())
                    .contains("--set=backtest.buy=0.55")
                    .doesNotContain("--sweep");
        }

        @Test
        void givesTheSameFilesAgain() throws IOException {
            String sweep = "--sweep=backtest.hysteresis=0,0.01";
            runs().walk("one", sweep);
            runs().walk("between", "--buy=0.7");
            runs().walk("two", sweep);

            for (String file : List.of("sweep.json", "2-backtest.hysteresis=0.01/report.html")) {
                assertThat(folder.resolve("two").resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        --sweep=backtest.bye=1,2 | there is no key backtest.bye
                        --sweep=backtest.buy=0.6,high | backtest.buy must be a number, was "high"
                        --sweep=backtest.buy=0.6,7 | backtest.buy must be
                        --sweep=learner.features=return(1),nonsense(3) | learner.features: column 1: a name must be known, was nonsense
                        --sweep=backtest.test=300,5 | backtest: test must be at least as long as the horizon
                        --sweep=backtest.buy=0.6,,0.7 | --sweep must give values that are not empty and each once
                        --sweep=backtest.buy=0.6,0.6 | --sweep must give values that are not empty and each once
                        --sweep=backtest.buy | --sweep must be key=value,value
                        --sweep=backtest.buy=0.6 --buy=0.7 | --sweep must give backtest.buy alone and once
                        --sweep=learner.horizon=1 | there is no key learner.horizon
                        --sweep=backtest.buy=0.6 --positions=p.csv | --positions leaves nothing to --sweep
                        """)
        void isRefusedBeforeAnythingRuns(String options, String message) throws IOException {
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "backtest",
                                    "--data",
                                    runs().candles("COIN-1m.csv", 5).toString(),
                                    "--out",
                                    folder.resolve("sweep").toString(),
                                    "--set=backtest.train=1000",
                                    "--set=backtest.test=300"));
            arguments.addAll(Arrays.asList(options.split(" ", -1)));

            assertThat(failing(arguments.toArray(String[]::new)).err()).contains(message);
            assertThat(folder.resolve("sweep")).doesNotExist();
            assertThat(folder.resolve("runs.jsonl")).doesNotExist();
        }
    }

    @Nested
    class AComparison {

        @Test
        void putsFiguresAndDifferingSettingsSideBySide() throws IOException {
            runs().walk("one");
            runs().walk("two", "--buy=0.55");
            runs().positions("three");

            CapturedConsole console =
                    BacktestRuns.run(
                            List.of("backtest", "compare", run("one"), run("two"), run("three")));

            assertThat(console.out())
                    .containsPattern("trials +1 +2 +-")
                    .containsPattern("backtest.buy +0.6000 +0.5500 +0.6000")
                    .containsPattern("total_return_pct +-?\\d")
                    .doesNotContain("backtest.sell ");
        }

        @Test
        void isJsonForMachines() throws IOException {
            runs().walk("one");
            runs().walk("two", "--buy=0.55");

            CapturedConsole console =
                    BacktestRuns.run(
                            List.of(
                                    "backtest",
                                    "compare",
                                    run("one"),
                                    run("two"),
                                    "--format=json"));

            JsonNode json = new ObjectMapper().readTree(console.out()).path("runs");
            assertThat(json.path(1).path("differing_settings").toString())
                    .isEqualTo("{\"backtest.buy\":0.55}");
            assertThat(json.path(0).path("figures").path("sharpe_ratio"))
                    .isEqualTo(runs().json("one/report.json").path("metrics").path("sharpe_ratio"));
        }

        @Test
        void refusesAFolderWithoutAReportAndAReportOfAnotherVersion() throws IOException {
            Files.createDirectories(folder.resolve("old"));

            assertThat(failing("backtest", "compare", run("old")).err())
                    .contains(
                            "old: must be the folder of a backtest that ended, has no report.json");

            Files.writeString(folder.resolve("old/report.json"), "{\"metrics\":{}}");
            assertThat(failing("backtest", "compare", run("old")).err())
                    .contains("must be a report of format 1, was of none");

            Files.writeString(folder.resolve("old/report.json"), "{\"format\":2}");
            assertThat(failing("backtest", "compare", run("old")).err())
                    .contains("must be a report of format 1, was of 2");

            Files.writeString(folder.resolve("old/report.json"), "{\"format\":");
            assertThat(failing("backtest", "compare", run("old")).err()).contains("must be JSON");

            assertThat(failing("backtest", "compare").err()).contains("DIR");
            assertThat(failing("backtest", "--out", run("old")).err()).contains("--data");
        }

        private String run(String name) {
            return folder.resolve(name).toString();
        }
    }
}

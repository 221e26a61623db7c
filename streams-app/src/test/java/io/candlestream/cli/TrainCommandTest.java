package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

    private static final int CANDLES = 800;

    /// The first 199 candles are warm-up, and the last 12 have no label.
    private static final int EXAMPLES = CANDLES - 199 - 12;

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @BeforeEach
    void writeCandles() throws IOException {
        write("COIN-1m.csv", 1, CANDLES);
    }

    private void write(String name, long seed, int count) throws IOException {
        List<String> lines = new ArrayList<>(List.of("open_time,open,high,low,close,volume"));
        for (Candle candle : RandomCandles.of(seed, count)) {
            lines.add(
                    candle.openTimeMs()
                            + ","
                            + candle.open()
                            + ","
                            + candle.high()
                            + ","
                            + candle.low()
                            + ","
                            + candle.close()
                            + ","
                            + candle.baseVolume());
        }
        Files.write(folder.resolve(name), lines);
    }

    private int train(String out, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("train", "--data", file("COIN-1m.csv"), "--out", file(out)));
        arguments.addAll(Arrays.asList(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve(name)));
    }

    private List<String> names(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Nested
    class Output {

        @Test
        void isAModelItsCurvesAndAReport() throws IOException {
            int code = train("run", "--epochs", "4", "--patience", "4");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(names("run")).containsExactly("curves.csv", "model.json", "report.json");
            assertThat(Files.readAllLines(folder.resolve("run/curves.csv")))
                    .hasSize(1 + 4)
                    .startsWith("series,model,epoch,train_loss,validation_loss")
                    .element(1)
                    .asString()
                    .startsWith("file:COIN@1m,softmax,1,");
            JsonNode model = json("run/model.json");
            assertThat(model.get("id").asText()).isEqualTo("file:COIN@1m/softmax");
            assertThat(model.get("feature_names")).hasSize(29);
            assertThat(model.get("fingerprint").asText()).matches("[0-9a-f]{16}");
            assertThat(model.get("coefficients"))
                    .extracting(row -> row.get("row").asText())
                    .containsExactly("down", "flat", "up");
            assertThat(model.get("measures").get("test.log_loss").isNumber()).isTrue();
        }

        /// 60 % of 589 examples are 353, and 80 % are 471; the last 12 of each part are left out.
        @Test
        void statesSplitHorizonAndEmbargo() throws IOException {
            train("run", "--epochs", "2", "--embargo", "3");

            JsonNode report = json("run/report.json");
            JsonNode series = report.get("series").get(0);
            assertThat(EXAMPLES).isEqualTo(589);
            assertThat(report.get("config").get("horizon").asInt()).isEqualTo(12);
            assertThat(report.get("config").get("embargo").asInt()).isEqualTo(3);
            assertThat(series.get("train").get("count").asInt()).isEqualTo(353 - 15);
            assertThat(series.get("validation").get("count").asInt()).isEqualTo(118 - 15);
            assertThat(series.get("test").get("count").asInt()).isEqualTo(118);
            assertThat(series.get("purged_count").asInt()).isEqualTo(30);
            assertThat(console.out())
                    .contains(
                            "338 examples trained, 103 validated, 118 tested; 30 left out, for a"
                                    + " horizon of 12 and an embargo of 3 candles.");
        }

        @Test
        void isTheSameToTheByteEveryTime() throws IOException {
            String[] options = {
                "--epochs",
                "3",
                "--shuffle",
                "blocks",
                "--seed",
                "7",
                "--set",
                "learner.models=softmax, net=mlp(4), both=hedge(softmax,naive_bayes)"
            };
            train("run", options);
            train("again", options);

            assertThat(names("run"))
                    .containsExactly(
                            "curves.csv",
                            "model-file-COIN-1m-both.json",
                            "model-file-COIN-1m-net.json",
                            "model-file-COIN-1m-softmax.json",
                            "report.json")
                    .isEqualTo(names("again"));
            for (String name : names("run")) {
                assertThat(folder.resolve("again/" + name))
                        .hasSameBinaryContentAs(folder.resolve("run/" + name));
            }
        }

        @Test
        void ofANumberIsMeasuredBesideZeroAndTheLastValue() throws IOException {
            int code =
                    train(
                            "run",
                            "--epochs",
                            "2",
                            "--set",
                            "learner.label=forward_return(12)",
                            "--set",
                            "learner.models=rls");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(console.out()).contains("zero (baseline)", "last_value (baseline)", "rmse");
            assertThat(json("run/report.json").get("series").get(0).get("baselines")).hasSize(2);
        }

        @Test
        void ofSeveralSeriesIsAModelEach() throws IOException {
            write("METAL-1m.csv", 2, CANDLES);
            int code =
                    console.run(
                            "train",
                            "--data",
                            file("COIN-1m.csv"),
                            file("METAL-1m.csv"),
                            "--out",
                            file("run"),
                            "--epochs",
                            "1");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(names("run"))
                    .containsExactly(
                            "curves.csv",
                            "model-file-COIN-1m-softmax.json",
                            "model-file-METAL-1m-softmax.json",
                            "report.json");
        }

        @Test
        void takesThePlaceOfAnEarlierTrainingsOnlyWhenTold() throws IOException {
            train("run", "--epochs", "1", "--set", "learner.models=a=softmax, b=softmax");
            assertThat(train("run", "--epochs", "1")).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains("run: must not exist, or --overwrite be given; it exists");
            assertThat(names("run")).hasSize(4);

            assertThat(train("run", "--epochs", "1", "--overwrite")).isEqualTo(ExitCode.DONE);
            assertThat(names("run")).containsExactly("curves.csv", "model.json", "report.json");
        }
    }

    @Nested
    class BadInput {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        --split    | 60/20/30 | --split must sum to 100, was 60/20/30, which sums to 110
                        --split    | NaN      | --split must be three whole percentages as in 60/20/20, was "NaN"
                        --epochs   | 0        | --epochs must be from 1 to 100000, was 0
                        --patience | 0        | --patience must be at least 1, was 0
                        --embargo  | -1       | --embargo must be at least 0, was -1
                        --shuffle  | all      | --shuffle
                        --seed     | NaN      | --seed
                        --set      | learner.models=rls              | learner: model must be one of classes, was rls
                        --set      | learner.label=forward_return(5) | learner: model must be one of numbers, was softmax
                        --set      | learner.models=sgd(optimizer=NaN) | learner.models
                        """)
        void isRefusedBeforeAnythingIsWritten(String option, String value, String message) {
            assertThat(train("run", option, value)).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err()).contains(message);
            assertThat(folder.resolve("run")).doesNotExist();
        }

        @Test
        void saysHowManyExamplesAreNeeded() throws IOException {
            write("COIN-1m.csv", 1, 260);

            assertThat(train("run")).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains(
                            "file:COIN@1m: examples must be at least 108 for a split of 60/20/20 with"
                                    + " a horizon of 12 and an embargo of 0 candles, were 49");
            assertThat(folder.resolve("run")).doesNotExist();
        }

        @Test
        void rowsThatAreNoCandlesAreToldAndLeftOut() throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("COIN-1m.csv")));
            String[] fields = lines.get(400).split(",");
            fields[4] = "NaN";
            lines.set(400, String.join(",", fields));
            Files.write(folder.resolve("COIN-1m.csv"), lines);

            assertThat(train("run", "--epochs", "1")).isEqualTo(ExitCode.DONE);
            assertThat(console.err()).contains("line 401");
            JsonNode series = json("run/report.json").get("series").get(0);
            int count = series.get("purged_count").asInt();
            for (String part : List.of("train", "validation", "test")) {
                count += series.get(part).get("count").asInt();
            }
            assertThat(count).isEqualTo(EXAMPLES - 1);
        }
    }

    @Nested
    class Models {

        @BeforeEach
        void train() {
            TrainCommandTest.this.train("run", "--epochs", "2");
        }

        @Test
        void areListedAndShown() {
            assertThat(console.run("models", "list", file("run"))).isEqualTo(ExitCode.DONE);
            assertThat(console.run("models", "show", file("run/model.json")))
                    .isEqualTo(ExitCode.DONE);
            assertThat(console.out())
                    .contains("file:COIN@1m/softmax", "rsi(14)", "intercept", "test.log_loss");
        }

        @Test
        void areExportedAndImportedWithoutLoss() throws IOException {
            String model = file("run/model.json");

            assertThat(console.run("models", "export", model, "--out", file("a.csm")))
                    .as(console.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(console.run("models", "import", file("a.csm"), "--out", file("b.json")))
                    .isEqualTo(ExitCode.DONE);

            assertThat(folder.resolve("b.json")).hasSameBinaryContentAs(Path.of(model));
            assertThat(Files.size(folder.resolve("a.csm")))
                    .isLessThan(Files.size(Path.of(model)) / 2);
        }

        @Test
        void areNotWrittenOverUnlessTold() {
            String model = file("run/model.json");

            assertThat(console.run("models", "export", model, "--out", model))
                    .isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err()).contains("must not exist, or --overwrite be given");
        }

        @Test
        void areRefusedWhereTheyAreNone() {
            assertThat(console.run("models", "show", file("COIN-1m.csv")))
                    .isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.run("models", "list", file("nowhere"))).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains("COIN-1m.csv: must be JSON", "nowhere: must be a folder");
        }
    }
}

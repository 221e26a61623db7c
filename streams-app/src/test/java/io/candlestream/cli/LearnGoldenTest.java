package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenTable;
import io.candlestream.model.ClassLoss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every case of golden/learners, from the command line to the files it writes.
class LearnGoldenTest {

    private static final List<String> TARGETS = List.of("y_binary", "y_three", "y_real");
    private static final int FEATURES = 8;

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    classifier-log-constant            | sgd(log,0.05)
                    classifier-log-constant-l2         | sgd(log,0.05,l2=0.01)
                    classifier-log-constant-l1         | sgd(log,0.05,l1=0.01)
                    classifier-log-constant-elasticnet | sgd(log,0.05,l2=0.007,l1=0.003)
                    classifier-log-invscaling-l2       | sgd(log,inverse_scaling(0.5,0.5),l2=0.001)
                    classifier-log-average             | sgd(log,0.05,l2=0.001,average=true)
                    classifier-three-ovr-log           | sgd(log,0.05,l2=0.001)
                    classifier-hinge-constant-l2       | sgd(hinge,0.05,l2=0.01)
                    optimiser-momentum                 | sgd(log,momentum(0.01,0.9),l2=1e-5)
                    optimiser-nesterov                 | sgd(log,nesterov(0.01,0.9),l2=1e-5)
                    optimiser-adagrad                  | sgd(log,adagrad(0.1,1e-10))
                    optimiser-rmsprop                  | sgd(log,rmsprop(0.01,0.99,1e-8))
                    optimiser-adam                     | sgd(log,adam(0.01,0.9,0.999,1e-8))
                    optimiser-adamw                    | sgd(log,adamw(0.01,0.9,0.999,1e-8),l2=0.01)
                    optimiser-ftrl-proximal            | ftrl(alpha=0.1,beta=1,l1=0.5,l2=0.01)
                    passive-aggressive-1               | passive_aggressive(c=0.1,variant=1)
                    passive-aggressive-2               | passive_aggressive(c=0.1,variant=2)
                    regressor-squared-constant         | sgd(squared,0.01)
                    regressor-squared-invscaling-l2    | sgd(squared,inverse_scaling(0.05,0.25),l2=0.001)
                    regressor-huber-constant-l2        | sgd(huber(0.1),0.05,l2=0.001)
                    regressor-epsilon-insensitive      | sgd(epsilon_insensitive(0.1),0.02,l2=0.001)
                    """)
    void predictionsAndCoefficientsAreTheReference(String name, String model) throws IOException {
        String target =
                name.startsWith("regressor")
                        ? "y_real"
                        : name.contains("three") ? "y_three" : "y_binary";
        Path predictions = folder.resolve("predictions.csv");
        Path coefficients = folder.resolve("coefficients.csv");

        int code =
                console.run(
                        "learn",
                        "--data=" + stream(target),
                        "--target=" + target,
                        "--model=" + model.substring(0, model.length() - 1) + ",clip=1e9)",
                        "--predictions=" + predictions,
                        "--coefficients=" + coefficients,
                        "--every=10");

        assertThat(code).as(console.err()).isZero();
        GoldenTable reference = GoldenTable.read("learners/" + name + ".csv");
        double[][] expected = reference.numbers();
        List<String> learned = Files.readAllLines(coefficients);
        List<String> predicted = Files.readAllLines(predictions);
        assertThat(expected).hasNumberOfRows(49);
        assertThat(learned).hasSize(1 + 49);
        assertThat(predicted).hasSize(1 + 400);
        int forecasts =
                (int) reference.header().stream().filter(LearnGoldenTest::isForecast).count();
        boolean isDecision = name.contains("hinge") || name.startsWith("passive");
        for (int i = 0; i < expected.length; i++) {
            double[] line = expected[i];
            double[] after = numbers(learned.get(1 + i), 0);
            assertThat(after[0]).isEqualTo(line[0]);
            for (int k = 1; k < after.length; k++) {
                assertClose(after[k], line[forecasts + k]);
            }
            // A file with one prediction has that of the last class.
            double[] before =
                    numbers(predicted.get((int) line[0]), target.equals("y_real") ? 2 : 3);
            for (int k = 1; k <= forecasts && line[0] > 1; k++) {
                double truth = isDecision ? ClassLoss.HINGE.predicted(line[k]) : line[k];
                assertClose(before[before.length - 1 - forecasts + k], truth);
            }
        }
    }

    @Test
    void headersNameFeaturesAndClasses() throws IOException {
        Path predictions = folder.resolve("predictions.csv");
        Path coefficients = folder.resolve("coefficients.csv");

        console.run(
                "learn",
                "--data=" + stream("y_three"),
                "--target=y_three",
                "--model=sgd",
                "--predictions=" + predictions,
                "--coefficients=" + coefficients);

        assertThat(Files.readAllLines(predictions).getFirst())
                .isEqualTo("row,target,prediction,probability_0,probability_1,probability_2");
        assertThat(Files.readAllLines(coefficients))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("400,");
        assertThat(Files.readAllLines(coefficients).getFirst())
                .startsWith("row,coef0_x0,coef0_x1")
                .endsWith("coef2_x7,intercept0,intercept1,intercept2");
    }

    private static boolean isForecast(String name) {
        return name.startsWith("prediction");
    }

    /// The 400 rows with one of their targets.
    private Path stream(String target) throws IOException {
        Path file = folder.resolve("stream.csv");
        try (var text =
                Objects.requireNonNull(
                        GoldenTable.class.getResourceAsStream(
                                "/golden/learners/stream-standardised.csv"))) {
            List<String> kept =
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> only(line, FEATURES + TARGETS.indexOf(target)))
                            .toList();
            return Files.write(file, kept);
        }
    }

    private static String only(String line, int target) {
        String[] cells = line.split(",", -1);
        return String.join(",", Arrays.copyOf(cells, FEATURES)) + ',' + cells[target];
    }

    /// The cells from an index on.
    private static double[] numbers(String line, int from) {
        return Arrays.stream(line.split(",", -1))
                .skip(from)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
}

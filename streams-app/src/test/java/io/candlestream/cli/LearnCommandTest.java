package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {

    private static final String CLASSES =
            """
            "a,b",mood,c
            1,up,2
            -1,down,1
            2,up,3
            -2,down,0.5
            """;

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private int learn(Path data, String target, String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "learn";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        arguments[3] = "--target";
        arguments[4] = target;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return console.run(arguments);
    }

    @Nested
    class Classes {

        @Test
        void predictsBeforeItLearns() throws IOException {
            Path out = folder.resolve("p.csv");
            Path learned = folder.resolve("c.csv");

            int code =
                    learn(
                            table(CLASSES),
                            "mood",
                            "--model=sgd(optimizer=0.5,clip=1e9)",
                            "--predictions=" + out,
                            "--coefficients=" + learned);

            assertThat(code).as(console.err()).isZero();
            List<String> rows = Files.readAllLines(out);
            assertThat(rows)
                    .hasSize(5)
                    .startsWith(
                            "row,target,prediction,probability_down,probability_up",
                            "1,up,down,0.5,0.5");
            // After the first row a, c and the intercept are 0.25, 0.5 and 0.25.
            double score = -0.25 + 0.5 + 0.25;
            assertThat(Double.parseDouble(rows.get(2).split(",", -1)[4]))
                    .isCloseTo(1 / (1 + Math.exp(-score)), within(1e-15));
            assertThat(Files.readAllLines(learned))
                    .hasSize(2)
                    .startsWith("row,\"coef0_a,b\",coef0_c,intercept0");
            assertThat(console.out())
                    .contains("majority_class (baseline)", "last_class (baseline)")
                    .containsPattern("sgd has \\d+\\.\\d points of accuracy (more|less)")
                    .contains("4 rows predicted and learned from, 0 refused");
        }

        @Test
        void orderThemselvesAsNumbersWhereAllAre() throws IOException {
            Path out = folder.resolve("p.csv");

            learn(table("x,y\n1,10\n2,9\n3,-1\n"), "y", "--model=softmax", "--predictions=" + out);

            assertThat(Files.readAllLines(out).getFirst())
                    .isEqualTo("row,target,prediction,probability_-1,probability_9,probability_10");
        }

        @Test
        void areFoundInGzip() throws IOException {
            Path packed = folder.resolve("table.csv.gz");
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
                gzip.write(CLASSES.getBytes(StandardCharsets.UTF_8));
            }

            assertThat(learn(packed, "mood", "--model=smile", "--format=json")).isZero();

            assertThat(console.out())
                    .contains(
                            "\"task\" : \"classes\"",
                            "\"row_count\" : 4",
                            "\"brier_score\"",
                            "\"verdict\" : \"smile has ");
        }
    }

    @Nested
    class Numbers {

        private static final String NUMBERS = "x,y\n1,2\n2,4\n3,6\n";

        @Test
        void areMeasuredBesideTheMeanAndTheLast() throws IOException {
            // Next to nothing is learned at such a rate; mean so far 0, 2, 3; last value 0, 2, 4.
            int code = learn(table(NUMBERS), "y", "--model=sgd(loss=squared,optimizer=1e-12)");

            assertThat(code).as(console.err()).isZero();
            assertThat(console.out().replaceAll(" +", " "))
                    .contains(
                            "sgd 4.0000 4.3205 -6.0000",
                            "mean_so_far (baseline) 2.3333 2.3805 -1.1250",
                            "last_value (baseline) 2.0000 2.0000 -0.5000",
                            "RMSE that is 2.3205 (116.0 %) more, and so worse,",
                            "(last_value)");
        }

        @Test
        void haveNoShareOfAVarianceThatIsNot() throws IOException {
            assertThat(
                            learn(
                                    table("x,y\n1,2\n2,2\n"),
                                    "y",
                                    "--model=sgd(loss=squared)",
                                    "--format=json"))
                    .isZero();

            assertThat(console.out()).contains("\"r2\" : null");
        }

        @Test
        void areWhatAModelOfBothLearnsFromMoreThanTwentyDifferentOnes() throws IOException {
            StringBuilder rows = new StringBuilder("x,y\n");
            for (int i = 0; i < 20; i++) {
                rows.append(i).append(',').append(i).append('\n');
            }
            learn(table(rows.toString()), "y", "--model=passive_aggressive");
            assertThat(console.out()).contains("majority_class").doesNotContain("mean_so_far");

            learn(table(rows + "20,20\n"), "y", "--model=passive_aggressive");
            assertThat(console.out()).contains("mean_so_far");
        }

        @Test
        void areWhatAModelOfBothLearnsWhenAsked() throws IOException {
            learn(table(NUMBERS), "y", "--model=passive_aggressive", "--task=numbers");

            assertThat(console.out()).contains("mean_so_far");
        }
    }

    @Nested
    class Rows {

        @Test
        void thatAreNotNumbersAreRefusedAndNotPassedOver() throws IOException {
            Path out = folder.resolve("p.csv");
            Path data =
                    table(
                            """
                            x,y
                            1,a
                            NaN,b
                            ,a
                            1
                            0x1p3,a
                            1,
                            "2,b
                            3,b
                            """);

            int code = learn(data, "y", "--model=sgd", "--predictions=" + out);

            assertThat(code).as(console.err()).isZero();
            assertThat(console.err())
                    .contains(
                            "table.csv, line 3: x must be a number from -1e100 to 1e100, was NaN;"
                                    + " row refused",
                            "line 4: x must be a number from -1e100 to 1e100, was empty",
                            "line 5: row must have 2 fields like the header, had 1",
                            "line 6: x must be a number from -1e100 to 1e100, was 0x1p3",
                            "line 7: y must not be empty",
                            "refused 6 rows")
                    .doesNotContain("line 8");
            assertThat(console.out()).contains("2 rows predicted and learned from, 6 refused");
            assertThat(Files.readAllLines(out)).element(2).asString().startsWith("8,b,");
        }

        @Test
        void areScaledByNoLaterOne() throws IOException {
            String first = "x,y\n1,a\n5,b\n-3,b\n8,a\n";
            Path short0 = folder.resolve("short.csv");
            Path long0 = folder.resolve("long.csv");

            learn(table(first), "y", "--model=sgd", "--scale=standard", "--predictions=" + short0);
            learn(
                    table(first + "1e9,a\n-1e9,b\n"),
                    "y",
                    "--model=sgd",
                    "--scale=standard",
                    "--predictions=" + long0);

            assertThat(Files.readAllLines(long0))
                    .hasSize(7)
                    .startsWith(Files.readAllLines(short0).toArray(String[]::new));
        }
    }

    @Nested
    class Refuses {

        private void refuses(int code, String... messages) {
            assertThat(code).as(console.err()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err()).contains(messages).doesNotContain("\tat ");
            assertThat(console.out()).isEmpty();
            assertThat(folder.resolve("p.csv")).doesNotExist();
            assertThat(folder.resolve("p.csv.unfinished")).doesNotExist();
        }

        @Test
        void aModelThatThereIsNotWithItsColumn() throws IOException {
            refuses(learn(table(CLASSES), "mood", "--model=sgdd"), "--model: column 1: a model");
        }

        @Test
        void aParameterThatThereIsNotWithItsColumn() throws IOException {
            refuses(
                    learn(table(CLASSES), "mood", "--model=sgd(l2=0, l3=1)"),
                    "--model: column 11: sgd takes no such argument, was l3=1");
        }

        @Test
        void aTargetThatThereIsNotAndSuggestsTheNearest() throws IOException {
            refuses(learn(table(CLASSES), "moood", "--model=sgd"), "did you mean mood?");
        }

        @Test
        void aFileWithoutALine() throws IOException {
            refuses(learn(table(""), "y", "--model=sgd"), "must have a header and rows, is empty");
        }

        @Test
        void aFileWithoutARow() throws IOException {
            refuses(
                    learn(table("x,y\n"), "y", "--model=sgd(loss=squared)"),
                    "must have at least 1 row to learn from, had none");
        }

        @Test
        void oneClass() throws IOException {
            refuses(
                    learn(table("x,y\n1,a\n2,a\n?,b\n"), "y", "--model=sgd"),
                    "y must have at least 2 classes, had only a",
                    "the first at line 4: x must be a number");
        }

        @Test
        void moreThanAThousandClasses() throws IOException {
            StringBuilder rows = new StringBuilder("x,y\n");
            for (int i = 0; i <= 1_000; i++) {
                rows.append("1,").append(i).append('\n');
            }
            refuses(
                    learn(table(rows.toString()), "y", "--model=sgd"),
                    "y must have at most 1,000 classes, has more");
        }

        @Test
        void aFileThatIsNoneOrBroken() throws IOException {
            refuses(learn(folder.resolve("no.csv"), "y", "--model=sgd"), "does not exist");
            refuses(learn(folder, "y", "--model=sgd"), "must be a regular file, is not one");
            Path broken = folder.resolve("broken.gz");
            Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8});
            refuses(learn(broken, "y", "--model=sgd"), "ends in the middle of packed data");
        }

        @Test
        void aModelOfNumbersForClassesAndNumbersThatAreNone() throws IOException {
            Path data = table(CLASSES);

            refuses(
                    learn(data, "mood", "--model=sgd", "--task=numbers"),
                    "--model: model must be one of numbers");
            refuses(
                    learn(
                            data,
                            "mood",
                            "--model=sgd(loss=squared)",
                            "--predictions=" + folder.resolve("p.csv")),
                    "line 2: mood must be a number",
                    "had none; 4 were refused");
        }

        @Test
        void filesThatCannotBeWritten() throws IOException {
            Path data = table(CLASSES);

            refuses(
                    learn(data, "mood", "--model=sgd", "--predictions=" + data),
                    "--predictions must be another file than --data");
            refuses(
                    learn(data, "mood", "--model=sgd", "--predictions=" + folder.resolve("no/p")),
                    "must be in a folder that exists");
            assertThat(data).hasContent(CLASSES);
        }

        @Test
        void stepsBetweenCoefficientsThatAreNone() throws IOException {
            refuses(
                    learn(table(CLASSES), "mood", "--model=sgd", "--every=0"),
                    "--every must be at least 1, was 0");
        }
    }
}

package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final CapturedConsole console = new CapturedConsole();

    @Nested
    class OnRequest {

        @Test
        void listsTheCommandsAndExitCodes() {
            assertThat(console.run("--help")).isZero();

            assertThat(console.out())
                    .contains("broker", "doctor", "wrong usage or unusable input")
                    .doesNotContain("warm-up");
            assertThat(console.err()).isEmpty();
        }

        @Test
        void saysItsVersionAndThatOfKafkaAndJava() {
            assertThat(console.run("--version")).isZero();

            assertThat(console.out())
                    .startsWith("candlestream ")
                    .contains("Kafka 4.", "Java " + Runtime.version().feature());
        }

        @Test
        void explainsEachCommand() {
            assertThat(console.run("broker", "--help")).isZero();

            assertThat(console.out()).contains("--config=FILE", "--set=KEY=VALUE", "--port=PORT");
        }
    }

    @Nested
    class OnWrongUsage {

        @Test
        void asksForACommand() {
            assertThat(console.run()).isEqualTo(2);

            assertThat(console.out()).isEmpty();
            assertThat(console.err()).contains("Commands:", "candlestream: which command?");
        }

        @Test
        void suggestsTheCommandThatWasMeant() {
            assertThat(console.run("brokr")).isEqualTo(2);

            assertThat(console.err())
                    .contains("Unmatched argument at index 0: 'brokr'", "candlestream broker")
                    .contains("Try 'candlestream --help'");
        }

        @Test
        void pointsToTheHelpOfTheCommand() {
            assertThat(console.run("broker", "--port", "many")).isEqualTo(2);

            assertThat(console.err())
                    .contains("'many' is not an int", "Try 'candlestream broker --help'");
        }
    }

    @Nested
    class OnUnusableInput {

        @Test
        void saysWhatIsWrongWithASetting() {
            assertThat(console.run("broker", "--set", "learner.half-lif=1")).isEqualTo(2);

            assertThat(console.err())
                    .isEqualToNormalizingNewlines(
                            "candlestream: there is no key learner.half-lif; did you mean"
                                    + " learner.half-life?\n");
        }

        @Test
        void saysWhatIsWrongWithAnOption() {
            assertThat(console.run("broker", "--port", "-1")).isEqualTo(2);

            assertThat(console.err())
                    .contains("--port must be from 0 (any free one) to 65535, was -1");
        }

        @Test
        void saysWhatIsWrongWithADirectory(@TempDir Path folder) throws Exception {
            Files.createDirectories(folder.resolve("broker/photos"));

            assertThat(console.run("broker", "--port=0", "--data-dir=" + folder)).isEqualTo(2);

            assertThat(console.err()).contains("holds photos").doesNotContain("\tat ");
        }

        @Test
        void addsTheStackTraceWhenVerbose() {
            assertThat(console.run("broker", "--verbose", "--set", "learner.horizn=1"))
                    .isEqualTo(2);

            assertThat(console.err()).contains("did you mean", "SettingsException", "\tat ");
        }
    }
}

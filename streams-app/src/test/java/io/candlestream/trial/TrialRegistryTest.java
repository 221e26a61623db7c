package io.candlestream.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialRegistryTest {

    private static final String SERIES = "file:COIN@1m";

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("runs.jsonl");
    }

    private Trials count(Trial trial) {
        return new TrialRegistry(file()).count(trial, "run");
    }

    private static Trial trial(String id, String data, double ratio) {
        return new Trial(id, data, new LinkedHashMap<>(Map.of(SERIES, ratio)));
    }

    @Test
    void countsTrialsOnTheSameDataAndNoOthers() {
        assertThat(count(trial("a", "x", 0.1)).count()).isOne();
        assertThat(count(trial("b", "y", 9.0)).count()).isOne();
        assertThat(count(trial("c", "x", 0.3)).count()).isEqualTo(2);
        assertThat(count(trial("d", "x", 0.2)).deviation(SERIES)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void tellsAConfigurationThatRunsAgainWhatItWasToldThen() throws IOException {
        count(trial("a", "x", 0.1));
        Trials then = count(trial("b", "x", 0.3));
        count(trial("c", "x", 5));
        String before = Files.readString(file());

        assertThat(count(trial("b", "x", 0.3))).isEqualTo(then);
        assertThat(count(trial("a", "x", 0.1)).deviation(SERIES)).isZero();
        assertThat(file()).hasContent(before.stripTrailing());
    }

    @Test
    void leavesOutOfTheDeviationWhatHadNoRatio() {
        count(trial("a", "x", Double.NaN));
        count(trial("b", "x", 1));

        Trials trials = count(trial("c", "x", 3));

        assertThat(trials.count()).isEqualTo(3);
        assertThat(trials.deviation(SERIES)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(trials.deviation("file:OTHER@1m")).isZero();
    }

    @Test
    void writesOverALastLineThatWasCutOff() throws IOException {
        count(trial("a", "x", 1));
        Files.writeString(file(), "{\"format\":1,\"tri", StandardOpenOption.APPEND);

        assertThat(count(trial("b", "x", 1)).count()).isEqualTo(2);
        assertThat(Files.readAllLines(file())).hasSize(2);
        assertThat(count(trial("a", "x", 1)).count()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "[]", "{}", "null", "", "{\"format\":2,\"trial\":\"a\"}"})
    void refusesAFileThatIsNoRegistryAndLeavesItAsItIs(String line) throws IOException {
        count(trial("a", "x", 1));
        Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);
        String before = Files.readString(file());

        assertThatThrownBy(() -> count(trial("b", "x", 1)))
                .isInstanceOf(TrialException.class)
                .hasMessage(file() + ", line 2: must be a trial of format 1, is not");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> new TrialRegistry(folder).count(trial("a", "x", 1), "run"))
                .isInstanceOf(TrialException.class)
                .hasMessageStartingWith(folder + ": must be a file that can be written to");
    }

    @Test
    void mustHoldATrial() {
        assertThatThrownBy(() -> new Trials(List.of()))
                .hasMessage("trials must be at least 1, were none");
    }
}

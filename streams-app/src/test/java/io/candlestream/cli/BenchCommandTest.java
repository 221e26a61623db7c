package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    private final CapturedConsole console = new CapturedConsole();

    @Test
    void measuresTheCoreAlone() throws Exception {
        int exitCode = console.run("bench", "--quick", "--only", "core", "--format", "json");

        JsonNode figures = new ObjectMapper().readTree(console.out()).get("figures");
        assertThat(exitCode).isZero();
        assertThat(figures.findValuesAsText("name")).contains("core", "core allocation");
        assertThat(figures.get(0).get("measured").asDouble()).isPositive();
    }

    @Test
    void refusesANameItDoesNotKnow() {
        int exitCode = console.run("bench", "--only", "cor");

        assertThat(exitCode).isEqualTo(2);
        assertThat(console.err()).contains("--only must name some of core, ", ", was cor");
    }
}

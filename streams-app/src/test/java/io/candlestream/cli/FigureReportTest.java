package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candlestream.bench.Figure;
import io.candlestream.bench.Figure.Comparison;
import io.candlestream.bench.Figure.Limit;
import io.candlestream.bench.Figure.Quantity;
import io.candlestream.bench.Figure.Target;
import io.candlestream.bench.Machine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureReportTest {

    private final FigureReport report =
            new FigureReport(
                    new Machine("Xeon", 2, 8L << 30, 512L << 20, "Linux 6", "JVM 25", 0.5),
                    List.of(
                            new Figure(
                                    "topology",
                                    90_000,
                                    "candles/s",
                                    new Limit("copy", 120_000),
                                    new Target(Quantity.RATIO, Comparison.AT_LEAST, 0.85)),
                            new Figure("changelog", 12.345, "B/candle", null, null)));

    @Test
    void alignsFiguresWithTheirLimitsBelowTheMachine() {
        assertThat(printed(OutputFormat.TABLE))
                .isEqualToNormalizingNewlines(
                        """
                        Xeon, 2 cores, 8.0 GiB, heap up to 0.50 GiB; Linux 6; JVM 25; load average 0.50

                        name       measured  unit       limit          ratio  target          met
                        topology   90,000    candles/s  copy: 120,000  0.750  ratio >= 0.850  no
                        changelog  12.3      B/candle
                        """);
    }

    @Test
    void saysTheSameInJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(printed(OutputFormat.JSON));

        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/figures/0/limit/value").asDouble()).isEqualTo(120_000);
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/figures/0/target/of").asText()).isEqualTo("ratio");
        assertThat(json.at("/figures/0/met").asBoolean()).isFalse();
        assertThat(json.at("/figures/1/measured").asDouble()).isEqualTo(12.345);
        assertThat(json.at("/figures/1").has("limit")).isFalse();
        assertThat(json.at("/figures/1").has("met")).isFalse();
    }

    @Test
    void writesNumbersWithThreeDigitsThatMatter() {
        assertThat(FigureReport.number(0.0)).isEqualTo("0");
        assertThat(FigureReport.number(0.01234)).isEqualTo("0.0123");
        assertThat(FigureReport.number(1.234)).isEqualTo("1.23");
        assertThat(FigureReport.number(1_234_567.8)).isEqualTo("1,234,568");
        assertThat(FigureReport.number(null)).isEmpty();
    }

    private String printed(OutputFormat format) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text), format);
        return text.toString();
    }
}

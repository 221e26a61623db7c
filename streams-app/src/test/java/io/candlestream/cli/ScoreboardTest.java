package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candlestream.schema.Alert;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.Difference;
import io.candlestream.schema.LabelCount;
import io.candlestream.schema.Measure;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.RecentMeasure;
import io.candlestream.schema.ReliabilityBin;
import io.candlestream.schema.Score;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    private static final Instant TIME = Instant.parse("2024-01-02T03:00:00Z");

    @Test
    void putsEveryModelBesideTheBaselineThatMakesItLookWorst() {
        String text =
                print(
                        List.of(series("BTC", difference("majority", -0.02, 0.01))),
                        OutputFormat.TABLE);

        assertThat(text)
                .contains("test:BTC@1h  fast                 100")
                .contains("-0.0200 +- 0.0100")
                .contains(
                        "test:BTC@1h: fast loses 0.0200 less than majority, its best baseline (95 %:"
                                + " -0.0300 to -0.0100): better than chance explains.");
    }

    @Test
    void saysWhereADifferenceCouldBeChance() {
        assertThat(
                        print(
                                List.of(series("BTC", difference("majority", 0.01, 0.02))),
                                OutputFormat.TABLE))
                .contains("(95 %: -0.0100 to 0.0300): no difference that could not be chance.");
    }

    @Test
    void saysWhereThereAreTooFewOutcomes() {
        assertThat(
                        print(
                                List.of(
                                        series(
                                                "BTC",
                                                difference(
                                                        "majority",
                                                        0.01,
                                                        Double.POSITIVE_INFINITY))),
                                OutputFormat.TABLE))
                .contains("fast has too few outcomes to be compared with its baselines.")
                .doesNotContain("Infinity", "NaN");
    }

    @Test
    void poolsSeriesByTheirOutcomesAndAddsTheMargins() {
        String text =
                print(
                        List.of(
                                series("BTC", difference("majority", -0.02, 0.01)),
                                series("ETH", difference("majority", -0.04, 0.03))),
                        OutputFormat.TABLE);

        assertThat(text).contains("all 2 series").contains("-0.0300 +- 0.0200");
    }

    @Test
    void showsWhatHappenedBeforeWhatItAmountsTo() {
        String text =
                print(
                        List.of(series("BTC", difference("majority", -0.02, 0.01))),
                        OutputFormat.TABLE);

        assertThat(text).startsWith("2024-01-02T03:00:00Z test:BTC@1h: fast is champion\n\n");
    }

    @Test
    void isTheSameForMachinesWithNothingThatIsNoNumber() throws Exception {
        String text =
                print(
                        List.of(
                                series(
                                        "BTC",
                                        difference("majority", 0.01, Double.POSITIVE_INFINITY))),
                        OutputFormat.JSON);

        JsonNode series = new ObjectMapper().readTree(text).get(0);
        JsonNode model = series.get("scores").get(0);
        assertThat(model.get("role").asText()).isEqualTo("champion");
        assertThat(model.get("all_time").get("log_loss").asDouble()).isEqualTo(0.9);
        assertThat(model.get("fading").get("accuracy").asDouble()).isEqualTo(0.6);
        assertThat(model.get("confusion").toString()).isEqualTo("[[30,20],[10,40]]");
        assertThat(model.get("reliability").get(0).get("outcomes").asLong()).isEqualTo(100);
        assertThat(model.get("differences").get(0).get("margin").isNull()).isTrue();
        assertThat(series.get("alerts").get(0).get("kind").asText()).isEqualTo("promotion");
    }

    private static String print(List<Metrics> metrics, OutputFormat format) {
        StringWriter text = new StringWriter();
        new Scoreboard(metrics, List.of(alert())).print(new PrintWriter(text), format);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static Alert alert() {
        return new Alert(
                "test:BTC",
                "1h",
                TIME,
                "promotion",
                "fast",
                "slow",
                "adwin",
                1.0,
                0.9,
                "fast is champion",
                "0123456789abcdef",
                TIME);
    }

    private static Difference difference(String than, double mean, double margin) {
        return new Difference(than, 100L, mean, margin);
    }

    private static Metrics series(String symbol, Difference toMajority) {
        return new Metrics(
                "test:" + symbol,
                "1h",
                TIME,
                100L,
                List.of(new LabelCount("down", 50L), new LabelCount("up", 50L)),
                List.of(
                        new Score(
                                "fast",
                                "champion",
                                measures(0.7, 0.9),
                                List.of(new RecentMeasure("auc.up", 0.75)),
                                List.of(List.of(30L, 20L), List.of(10L, 40L)),
                                List.of(new ReliabilityBin(100L, 0.6, 0.7)),
                                List.of(toMajority, difference("last", -0.5, 0.01))),
                        baseline("majority"),
                        baseline("last")),
                new CandleCounts(120L, 0L, 0L, 0L, 0L, 0L),
                TIME);
    }

    private static Score baseline(String name) {
        return new Score(
                name, "baseline", measures(0.5, 1.0), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Measure> measures(double accuracy, double logLoss) {
        return List.of(
                new Measure("accuracy", accuracy, 0.6),
                new Measure("balanced_accuracy", accuracy, 0.6),
                new Measure("log_loss", logLoss, 0.95),
                new Measure("brier_score", 0.5, 0.5));
    }
}

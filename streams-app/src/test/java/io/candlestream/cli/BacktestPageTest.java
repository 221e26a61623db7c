package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every backtest leaves to be looked at and to be read by other programs.
class BacktestPageTest {

    private static final Pattern CHART = Pattern.compile("<canvas");

    @TempDir private Path folder;

    private BacktestRuns runs() {
        return new BacktestRuns(folder);
    }

    private String page(String run) throws IOException {
        return Files.readString(folder.resolve(run).resolve("report.html"));
    }

    @Nested
    class ThePage {

        @Test
        void loadsNothingFromAnywhere() throws IOException {
            runs().walk("run");

            String markup = page("run").replaceAll("(?s)(<script[^>]*>).*?</script>", "$1");
            assertThat(markup)
                    .contains("default-src 'none'")
                    .doesNotContainPattern("(src|href)=")
                    .doesNotContain("@import", "url(");
        }

        @Test
        void cannotBeBrokenOutOfByTheNameOfAnInstrument() throws IOException {
            runs().walk("run", "--instrument", "x:</script><script>alert(1)</script><!--");

            assertThat(page("run"))
                    .contains("x:\\u003c/script>")
                    .doesNotContain("</script><script>alert");
        }

        @Test
        void drawsEveryChartOfAWalkForwardInABrowser() throws Exception {
            Browser browser = browser();
            runs().walk("run", "--instrument", "x:</script><b>A&B</b>");

            Browser.Loaded loaded = browser.load(folder.resolve("run/report.html"), folder);

            assertThat(loaded.log()).doesNotContain("CONSOLE");
            assertThat(loaded.dom())
                    .contains("data-charts=\"8\"", "Backtest of x:&lt;/script&gt;&lt;b&gt;A&amp;B")
                    .contains("No evidence of skill", "Calibration", "Monthly returns", "SHA-256");
            assertThat(CHART.matcher(loaded.dom()).results().count()).isEqualTo(8);
        }

        @Test
        void hasNoFoldsAndNoPredictionsOfSomebodyElsesDecisions() throws Exception {
            Browser browser = browser();
            runs().positions("run");

            Browser.Loaded loaded =
                    browser.load(
                            folder.resolve("run/report.html"), folder, "--window-size=390,800");

            assertThat(loaded.log()).doesNotContain("CONSOLE");
            assertThat(loaded.dom())
                    .contains("data-charts=\"4\"", "From gross to net")
                    .doesNotContain("<h2>Folds", "<h2>Calibration");
        }

        private Browser browser() {
            Optional<Browser> browser = Browser.find();
            assumeTrue(browser.isPresent(), "needs chromium on the PATH");
            return browser.orElseThrow();
        }
    }

    @Nested
    class TheReport {

        @Test
        void isAsItsSchemaSaysWithOneInstrumentSeveralAndPositions() throws IOException {
            runs().walk("one");
            runs().walk("two", "--data", runs().candles("METAL-1m.csv", 6).toString());
            runs().walk("still", "--buy=1", "--sell=0");
            runs().positions("positions");

            assertThat(faults(runs().json("one/report.json"))).isEmpty();
            assertThat(faults(runs().json("two/report.json"))).isEmpty();
            assertThat(faults(runs().json("still/report.json"))).isEmpty();
            assertThat(faults(runs().json("positions/report.json"))).isEmpty();
        }

        @Test
        void isRefusedByItsSchemaWithMoreOrLessThanThat() throws IOException {
            runs().walk("one");
            var report =
                    runs().json("one/report.json")
                            .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();

            assertThat(faults(report.deepCopy().put("surprise", 1))).contains("surprise");
            assertThat(faults(report.deepCopy().put("format", 2))).contains("format");
            assertThat(faults(report.deepCopy().without("metrics"))).contains("metrics");
        }

        @Test
        void addsUpFromGrossToNet() throws IOException {
            runs().walk("run", "--buy=0.5", "--sell=0.49");

            JsonNode report = runs().json("run/report.json");

            JsonNode costs = report.path("costs");
            double net = report.path("metrics").path("final_equity").asDouble() - 10_000;
            assertThat(costs.path("net_profit").asDouble()).isEqualTo(net);
            assertThat(costs.path("slippage").asDouble()).isPositive();
            assertThat(
                            costs.path("gross_profit").asDouble()
                                    - costs.path("fees").asDouble()
                                    - costs.path("slippage").asDouble())
                    .isCloseTo(net, within(1e-6));
        }

        private String faults(JsonNode report) throws IOException {
            Path schema =
                    Path.of(System.getProperty("candlestream.root"), "docs", "report.schema.json");
            return String.join(
                    "\n",
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(schema))
                            .validate(report)
                            .stream()
                            .map(Object::toString)
                            .toList());
        }
    }
}

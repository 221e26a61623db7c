package io.candlestream.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// `report.html`: one file that needs no other, and no network.
///
/// Template, style, script and the library of charts are inlined; the figures lie beside them as
/// JSON, and the script sets every text of theirs as text. The page's own policy lets it load
/// nothing. The same figures give the same bytes.
///
/// @param report what `report.json` says
/// @param importance what `feature_importance.json` says; an empty object without models
/// @param manifest what `manifest.json` says
/// @param histories one an account, as [AccountHistory] and, under `forecasts`, [ForecastHistory]
///   give them
public record ReportPage(
        JsonNode report, JsonNode importance, JsonNode manifest, List<ObjectNode> histories) {

    private static final String LIBRARY = "/META-INF/maven/org.webjars/echarts/pom.properties";

    /// Copies the list.
    public ReportPage {
        histories = List.copyOf(histories);
    }

    /// The page.
    public String toHtml() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("report", report);
        data.set("importance", importance);
        data.set("manifest", manifest);
        Thinning thinning = Thinning.among(histories.size());
        data.put("most_points", thinning.most());
        var drawn = data.putArray("histories");
        histories.forEach(history -> drawn.add(thinning.thinned(history)));
        StringBuilder page = new StringBuilder(1 << 20);
        for (String line : resource("report.html").split("\n", -1)) {
            page.append(
                            switch (line.strip()) {
                                case "/* style */" -> resource("report.css");
                                case "/* charts */" -> script(resource(chartsPath()));
                                case "/* page */" -> script(resource("report.js"));
                                case "/* data */" -> json(data);
                                default -> line;
                            })
                    .append('\n');
        }
        return page.toString();
    }

    private static String chartsPath() {
        Properties library = new Properties();
        try {
            library.load(new StringReader(resource(LIBRARY)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIBRARY, e);
        }
        return "/META-INF/resources/webjars/echarts/%s/echarts.common.min.js"
                .formatted(library.getProperty("version"));
    }

    /// No text of the figures can end the element that they lie in, or open a comment.
    private static String json(JsonNode data) {
        return data.toString().replace("<", "\\u003c");
    }

    private static String script(String source) {
        return source.replace("</script", "<\\/script");
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path must have " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

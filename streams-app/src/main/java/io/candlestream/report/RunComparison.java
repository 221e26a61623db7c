package io.candlestream.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// What several runs achieved and what was configured differently, side by side, from what each of
/// them left.
public final class RunComparison {

    /// The format of reports that can be read.
    private static final int FORMAT = 1;

    private static final List<String> METRICS =
            List.of(
                    "total_return_pct",
                    "cagr_pct",
                    "sharpe_ratio",
                    "max_drawdown_pct",
                    "total_trades",
                    "win_rate",
                    "exposure_pct",
                    "fees_paid",
                    "final_equity");

    private static final List<String> EVIDENCE =
            List.of(
                    "p_value_against_best_baseline",
                    "probabilistic_sharpe_ratio",
                    "deflated_sharpe_ratio",
                    "trials");

    private final List<String> names = new ArrayList<>();
    private final List<SequencedMap<String, JsonNode>> figures = new ArrayList<>();
    private final List<SequencedMap<String, JsonNode>> settings = new ArrayList<>();

    /// Reads the runs.
    ///
    /// @param folders of the runs, in the order of the columns
    /// @throws ReportException when one has no report, or a report of another format
    public RunComparison(List<Path> folders) {
        for (Path folder : folders) {
            JsonNode report = read(folder);
            names.add(folder.toString());
            figures.add(figures(report));
            settings.add(settings(folder, report));
        }
    }

    /// @return what each run is called
    public List<String> names() {
        return List.copyOf(names);
    }

    /// @return by figure, one a run; a missing node where a run has it not
    public SequencedMap<String, List<JsonNode>> figures() {
        return sideBySide(figures);
    }

    /// @return by key, one a run; those that are not the same in all
    public SequencedMap<String, List<JsonNode>> differences() {
        SequencedMap<String, List<JsonNode>> all = sideBySide(settings);
        all.values().removeIf(values -> Set.copyOf(values).size() == 1);
        return all;
    }

    /// All of it as JSON.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var runs = json.putArray("runs");
        for (int i = 0; i < names.size(); i++) {
            ObjectNode run = runs.addObject().put("run", names.get(i));
            put(run.putObject("figures"), figures(), i);
            put(run.putObject("differing_settings"), differences(), i);
        }
        return json;
    }

    private static void put(ObjectNode node, SequencedMap<String, List<JsonNode>> all, int run) {
        all.forEach((name, values) -> {
            if (values.get(run).isMissingNode()) {
                node.putNull(name);
            } else {
                node.set(name, values.get(run));
            }
        });
    }

    private static SequencedMap<String, List<JsonNode>> sideBySide(
            List<SequencedMap<String, JsonNode>> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.keySet()));
        SequencedMap<String, List<JsonNode>> all = new LinkedHashMap<>();
        JsonNode missing = JsonNodeFactory.instance.missingNode();
        keys.forEach(key ->
                all.put(key, runs.stream().map(run -> run.getOrDefault(key, missing)).toList()));
        return all;
    }

    private static JsonNode read(Path folder) {
        Path file = folder.resolve("report.json");
        if (!Files.isRegularFile(file)) {
            throw new ReportException(
                    folder + ": must be the folder of a backtest that ended, has no report.json");
        }
        JsonNode report = parsed(file);
        if (report.path("format").asInt() != FORMAT) {
            throw new ReportException(
                    "%s: must be a report of format %d, was %s"
                            .formatted(
                                    file,
                                    FORMAT,
                                    report.has("format")
                                            ? "of " + report.path("format")
                                            : "of none, from another version of this program"));
        }
        return report;
    }

    private static JsonNode parsed(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new ReportException(file + ": must be JSON, was not: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ReportException(file + ": must be a file that can be read: " + e);
        }
    }

    private static SequencedMap<String, JsonNode> figures(JsonNode report) {
        SequencedMap<String, JsonNode> figures = new LinkedHashMap<>();
        if (report.has("accounts")) {
            report.path("accounts")
                    .forEach(account ->
                            put(figures, account.path("instrument").asText() + ' ', account));
        } else {
            put(figures, "", report);
        }
        return figures;
    }

    private static void put(
            SequencedMap<String, JsonNode> figures, String prefix, JsonNode account) {
        METRICS.forEach(name -> figures.put(prefix + name, account.path("metrics").path(name)));
        account.path("baselines")
                .properties()
                .forEach(baseline ->
                        figures.put(
                                prefix + baseline.getKey() + " total_return_pct",
                                baseline.getValue().path("total_return_pct")));
        JsonNode champion = account.path("prediction").path("forecasters").path("champion");
        if (!champion.isMissingNode()) {
            figures.put(prefix + "accuracy", champion.path("accuracy"));
            figures.put(prefix + "log_loss", champion.path("log_loss"));
        }
        JsonNode significance = account.path("significance");
        if (!significance.isMissingNode()) {
            EVIDENCE.forEach(name -> figures.put(prefix + name, significance.path(name)));
        }
    }

    /// Of the manifest, which knows every setting; of the report where there is no manifest.
    private static SequencedMap<String, JsonNode> settings(Path folder, JsonNode report) {
        SequencedMap<String, JsonNode> settings = new LinkedHashMap<>();
        Path manifest = folder.resolve("manifest.json");
        if (Files.isRegularFile(manifest)) {
            JsonNode json = parsed(manifest);
            json.path("data")
                    .forEach(file -> settings.put("data " + settings.size(), file.path("sha256")));
            flatten("", json.path("configuration"), settings);
        } else {
            flatten("", report.path("config"), settings);
        }
        return settings;
    }

    private static void flatten(String path, JsonNode node, SequencedMap<String, JsonNode> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry ->
                            flatten(
                                    path.isEmpty() ? entry.getKey() : path + '.' + entry.getKey(),
                                    entry.getValue(),
                                    into));
        } else {
            into.put(path, node);
        }
    }
}

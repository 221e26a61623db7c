package io.candlestream.cli;

import io.candlestream.replay.PredictionsCsv;
import io.candlestream.schema.Alert;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.Prediction;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What arrives on the topics, as a table that redraws itself on a terminal and as a line now and
/// then elsewhere.
///
/// Not thread-safe.
final class LiveTable implements AutoCloseable {

    private static final long LINE_EVERY_NS = 3_000_000_000L;

    private final Console console;
    private final List<String> classNames;
    private final boolean isTerminal = isTerminal();
    private final TopicReader<Prediction> predictionReader;
    private final TopicReader<Metrics> metricsReader;
    private final TopicReader<Alert> alertReader;
    private final List<Prediction> predictions = new ArrayList<>();
    private final Map<String, Prediction> lastPredictions = new TreeMap<>();
    private final Map<String, Long> predictionCounts = new TreeMap<>();
    private final Map<String, Metrics> metrics = new TreeMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private int drawnLines;
    private long nextLineNs = System.nanoTime() + LINE_EVERY_NS;

    LiveTable(Settings settings, String bootstrapServers, Console console) {
        String prefix = settings.topics().prefix();
        this.console = console;
        this.classNames = new ConfiguredLearners(settings).label().classNames();
        this.predictionReader = new TopicReader<>(bootstrapServers, Topics.PREDICTIONS, prefix);
        this.metricsReader = new TopicReader<>(bootstrapServers, Topics.METRICS, prefix);
        this.alertReader = new TopicReader<>(bootstrapServers, Topics.ALERTS, prefix);
    }

    /// Takes in what has arrived and shows it.
    void refresh() {
        boolean isFirst = predictions.isEmpty();
        take();
        if (isFirst && !predictions.isEmpty()) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "first prediction %.1f s after the start%n",
                            ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        }
        if (isTerminal) {
            draw();
        } else if (System.nanoTime() >= nextLineNs) {
            nextLineNs += LINE_EVERY_NS;
            console.err().printf(Locale.ROOT, "%,d predictions%n", predictions.size());
        }
    }

    /// Takes in the rest, shows it and ends with the scores.
    ///
    /// @param file where the predictions are to be written, null where they are not
    void finish(@Nullable Path file) {
        refresh();
        takeAlerts();
        if (!isTerminal) {
            table().print(console.out());
        }
        console.out().println();
        new Scoreboard(List.copyOf(metrics.values()), alerts)
                .print(console.out(), OutputFormat.TABLE);
        if (file != null) {
            try (PredictionsCsv csv = PredictionsCsv.create(file, classNames)) {
                predictions.forEach(csv::write);
            }
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%,d predictions written to %s%n",
                            predictions.size(),
                            file);
        }
    }

    @Override
    public void close() {
        predictionReader.close();
        metricsReader.close();
        alertReader.close();
    }

    /// A JDK 25 does return null where standard input or output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private void take() {
        predictionReader.readToEnd(record -> {
            Prediction prediction = record.message();
            if (prediction != null) {
                String series = prediction.getInstrument() + '@' + prediction.getInterval();
                predictions.add(prediction);
                if (prediction.getRole().equals("champion")) {
                    lastPredictions.put(series, prediction);
                    predictionCounts.merge(series, 1L, Long::sum);
                }
            }
        });
        metricsReader.readToEnd(record -> {
            Metrics series = record.message();
            if (series != null) {
                metrics.put(series.getInstrument() + '@' + series.getInterval(), series);
            }
        });
    }

    private void takeAlerts() {
        alertReader.readToEnd(record -> {
            Alert alert = record.message();
            if (alert != null) {
                alerts.add(alert);
            }
        });
        alerts.sort(Scoreboard.IN_ORDER);
    }

    private void draw() {
        StringWriter text = new StringWriter();
        table().print(new PrintWriter(text, true));
        String up = drawnLines == 0 ? "" : "\u001b[" + drawnLines + "A\u001b[J";
        drawnLines = (int) text.toString().lines().count();
        console.out().print(up + text);
        console.out().flush();
    }

    private TextTable table() {
        TextTable table =
                new TextTable(
                        "series",
                        "predictions",
                        "last candle closed",
                        "predicts",
                        "confidence",
                        "outcomes",
                        metrics.values().stream().anyMatch(LiveTable::isOfNumbers)
                                ? "hit rate"
                                : "accuracy",
                        "of best baseline");
        lastPredictions.forEach((series, last) -> {
            List<String> row = new ArrayList<>();
            row.add(series);
            row.add(String.valueOf(predictionCounts.get(series)));
            row.add(last.getCloseTime().toString());
            Double value = last.getValue();
            row.add(value == null ? last.getPrediction() : Scoreboard.number(value));
            row.add(value == null ? Scoreboard.percent(last.getConfidence()) : "");
            Metrics scored = metrics.get(series);
            row.add(scored == null ? "0" : String.valueOf(scored.getOutcomeCount()));
            row.add(scored == null ? "" : best(scored, false));
            row.add(scored == null ? "" : best(scored, true));
            table.add(row.toArray(String[]::new));
        });
        return table;
    }

    private static boolean isOfNumbers(Metrics series) {
        return series.getLabelCounts().isEmpty();
    }

    /// The share of hits of the champion, or of the best baseline.
    private static String best(Metrics series, boolean ofBaselines) {
        String measure = isOfNumbers(series) ? "hit_rate" : "accuracy";
        String role = ofBaselines ? "baseline" : "champion";
        return series.getScores().stream()
                .filter(score -> score.getRole().equals(role))
                .map(score -> Scoreboard.measure(score, measure).getAllTime())
                .max(Comparator.naturalOrder())
                .map(Scoreboard::percent)
                .orElse("");
    }
}

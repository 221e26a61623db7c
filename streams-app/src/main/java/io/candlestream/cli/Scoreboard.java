package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.schema.Alert;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.Difference;
import io.candlestream.schema.Measure;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ReliabilityBin;
import io.candlestream.schema.Score;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Progressive scores of each series' models beside their baselines, and sentences that say what
/// they amount to.
///
/// @param metrics one a series, all of the same forecasters
/// @param alerts what happened to the models, in order
record Scoreboard(List<Metrics> metrics, List<Alert> alerts) {

    /// By time, and at one time by series.
    static final Comparator<Alert> IN_ORDER =
            Comparator.comparing(Alert::getTime)
                    .thenComparing(Alert::getInstrument)
                    .thenComparing(Alert::getInterval);

    private static final String TOO_FEW = "too few outcomes";
    private static final String BASELINE = "baseline";
    private static final List<Column> OF_CLASSES =
            List.of(
                    new Column("accuracy", "accuracy", true),
                    new Column("balanced", "balanced_accuracy", true),
                    new Column("log loss", "log_loss", false),
                    new Column("Brier", "brier_score", false));
    private static final List<Column> OF_NUMBERS =
            List.of(
                    new Column("RMSE", "rmse", false),
                    new Column("MAE", "mae", false),
                    new Column("R2", "r2", false),
                    new Column("Pearson", "pearson", false),
                    new Column("hit rate", "hit_rate", true));

    /// @param measure its name in messages
    /// @param isShare whether it is shown in per cent
    private record Column(String title, String measure, boolean isShare) {

        String text(double value) {
            return isShare ? percent(value) : number(value);
        }
    }

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> printJson(out);
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        if (metrics.isEmpty()) {
            out.println("no outcome yet, and so no scores");
            return;
        }
        for (Alert alert : alerts) {
            out.println(
                    alert.getTime()
                            + " "
                            + alert.getInstrument()
                            + '@'
                            + alert.getInterval()
                            + ": "
                            + alert.getDetail());
        }
        if (!alerts.isEmpty()) {
            out.println();
        }
        List<Column> columns = columns();
        List<String> titles = new ArrayList<>(List.of("series", "forecaster", "outcomes"));
        columns.forEach(column -> titles.add(column.title()));
        titles.add("recent " + columns.getFirst().title());
        titles.add("loss vs best baseline");
        TextTable table = new TextTable(titles.toArray(String[]::new));
        for (Metrics series : metrics) {
            for (Score score : series.getScores()) {
                table.add(row(series, score, columns));
            }
        }
        if (metrics.size() > 1) {
            pooled(columns).forEach(table::add);
        }
        table.print(out);
        out.println();
        metrics.forEach(
                series -> models(series).forEach(model -> out.println(verdict(series, model))));
        out.println();
        metrics.forEach(series -> out.println(candles(series)));
    }

    private List<Column> columns() {
        return metrics.getFirst().getLabelCounts().isEmpty() ? OF_NUMBERS : OF_CLASSES;
    }

    private static String[] row(Metrics series, Score score, List<Column> columns) {
        List<String> row = new ArrayList<>();
        row.add(name(series));
        row.add(title(score));
        row.add(String.valueOf(series.getOutcomeCount()));
        columns.forEach(column -> row.add(column.text(allTime(score, column.measure()))));
        Column first = columns.getFirst();
        row.add(first.text(measure(score, first.measure()).getFading()));
        row.add(toBestBaseline(series, score).map(Scoreboard::interval).orElse(""));
        return row.toArray(String[]::new);
    }

    /// All series as one: means weighted by outcomes. The margins are added, which holds however
    /// series that move together depend on each other.
    private List<String[]> pooled(List<Column> columns) {
        List<String[]> rows = new ArrayList<>();
        long outcomes = metrics.stream().mapToLong(Metrics::getOutcomeCount).sum();
        for (int i = 0; i < metrics.getFirst().getScores().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add("all " + metrics.size() + " series");
            row.add(pooledTitle(metrics.getFirst().getScores().get(i)));
            row.add(String.valueOf(outcomes));
            for (Column column : columns) {
                row.add(column.text(pooled(i, column, true)));
            }
            row.add(columns.getFirst().text(pooled(i, columns.getFirst(), false)));
            row.add(pooledDifference(i));
            rows.add(row.toArray(String[]::new));
        }
        return rows;
    }

    private double pooled(int forecaster, Column column, boolean isAllTime) {
        double sum = 0;
        long outcomes = 0;
        for (Metrics series : metrics) {
            Measure measure = measure(series.getScores().get(forecaster), column.measure());
            double value = isAllTime ? measure.getAllTime() : measure.getFading();
            sum += value * series.getOutcomeCount();
            outcomes += series.getOutcomeCount();
        }
        return sum / outcomes;
    }

    private String pooledDifference(int forecaster) {
        double mean = 0;
        double margin = 0;
        long outcomes = 0;
        for (Metrics series : metrics) {
            Score score = series.getScores().get(forecaster);
            Optional<Difference> one = toBestBaseline(series, score);
            if (one.isEmpty()) {
                return "";
            }
            if (Double.isInfinite(one.get().getMargin())) {
                return TOO_FEW;
            }
            mean += one.get().getMean() * one.get().getOutcomes();
            outcomes += one.get().getOutcomes();
            margin += one.get().getMargin() * one.get().getOutcomes();
        }
        return interval(mean / outcomes, margin / outcomes);
    }

    /// The scores of a model mean nothing alone.
    private static String verdict(Metrics series, Score model) {
        String who = name(series) + ": " + model.getName();
        Optional<Difference> difference = toBestBaseline(series, model);
        if (difference.isEmpty() || Double.isInfinite(difference.get().getMargin())) {
            return who + " has too few outcomes to be compared with its baselines.";
        }
        double mean = difference.get().getMean();
        double margin = difference.get().getMargin();
        String judgement =
                Math.abs(mean) <= margin
                        ? "no difference that could not be chance"
                        : mean < 0 ? "better than chance explains" : "worse than the baseline";
        return String.format(
                Locale.ROOT,
                "%s loses %s than %s, its best baseline (95 %%: %s to %s): %s.",
                who,
                short4(Math.abs(mean)) + (mean < 0 ? " less" : " more"),
                difference.get().getThan(),
                short4(mean - margin),
                short4(mean + margin),
                judgement);
    }

    /// The best baseline is the one beside which a model looks worst.
    private static Optional<Difference> toBestBaseline(Metrics series, Score model) {
        List<String> baselines =
                series.getScores().stream()
                        .filter(score -> score.getRole().equals(BASELINE))
                        .map(Score::getName)
                        .toList();
        return model.getDifferences().stream()
                .filter(difference -> baselines.contains(difference.getThan()))
                .max(Comparator.comparingDouble(Difference::getMean));
    }

    private static String interval(Difference difference) {
        return Double.isInfinite(difference.getMargin())
                ? TOO_FEW
                : interval(difference.getMean(), difference.getMargin());
    }

    private static String interval(double mean, double margin) {
        return (mean > 0 ? "+" : "") + short4(mean) + " +- " + short4(margin);
    }

    private static String candles(Metrics series) {
        CandleCounts counts = series.getCandles();
        return String.format(
                Locale.ROOT,
                "%s: %,d candles accepted, %,d duplicates dropped, %,d rejected, %,d with an open or"
                        + " close outside their range, %,d gaps with %,d candles missing.",
                name(series),
                counts.getAccepted(),
                counts.getDuplicates(),
                counts.getRejected(),
                counts.getOutsideRange(),
                counts.getGaps(),
                counts.getMissing());
    }

    private void printJson(PrintWriter out) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (Metrics series : metrics) {
            ObjectNode node = all.addObject();
            node.put("instrument", series.getInstrument());
            node.put("interval", series.getInterval());
            node.put("outcome_count", series.getOutcomeCount());
            ArrayNode scores = node.putArray("scores");
            series.getScores().forEach(score -> put(scores.addObject(), score));
            ArrayNode ofSeries = node.putArray("alerts");
            alerts.stream()
                    .filter(alert ->
                            alert.getInstrument().equals(series.getInstrument())
                                    && alert.getInterval().equals(series.getInterval()))
                    .forEach(alert -> put(ofSeries.addObject(), alert));
            CandleCounts counts = series.getCandles();
            node.putObject("candles")
                    .put("accepted", counts.getAccepted())
                    .put("duplicates", counts.getDuplicates())
                    .put("rejected", counts.getRejected())
                    .put("outside_range", counts.getOutsideRange())
                    .put("gaps", counts.getGaps())
                    .put("missing", counts.getMissing());
        }
        out.println(all.toPrettyString());
    }

    private static void put(ObjectNode node, Score score) {
        node.put("name", score.getName());
        node.put("role", score.getRole());
        ObjectNode allTime = node.putObject("all_time");
        ObjectNode fading = node.putObject("fading");
        for (Measure measure : score.getMeasures()) {
            allTime.put(measure.getName(), measure.getAllTime());
            fading.put(measure.getName(), measure.getFading());
        }
        ObjectNode recent = node.putObject("recent");
        score.getRecent().forEach(one -> recent.put(one.getName(), one.getValue()));
        ArrayNode confusion = node.putArray("confusion");
        score.getConfusion().forEach(row -> row.forEach(confusion.addArray()::add));
        ArrayNode reliability = node.putArray("reliability");
        for (ReliabilityBin bin : score.getReliability()) {
            reliability
                    .addObject()
                    .put("outcomes", bin.getOutcomes())
                    .put("confidence", bin.getConfidence())
                    .put("accuracy", bin.getAccuracy());
        }
        ArrayNode differences = node.putArray("differences");
        for (Difference difference : score.getDifferences()) {
            ObjectNode one = differences.addObject();
            one.put("than", difference.getThan());
            one.put("outcomes", difference.getOutcomes());
            one.put("mean", difference.getMean());
            if (Double.isFinite(difference.getMargin())) {
                one.put("margin", difference.getMargin());
            } else {
                one.putNull("margin");
            }
        }
    }

    private static void put(ObjectNode node, Alert alert) {
        node.put("time", alert.getTime().toEpochMilli())
                .put("kind", alert.getKind())
                .put("model", alert.getModel())
                .put("former", alert.getFormer())
                .put("by", alert.getBy())
                .put("before", alert.getBefore())
                .put("after", alert.getAfter())
                .put("detail", alert.getDetail());
    }

    private static List<Score> models(Metrics series) {
        return series.getScores().stream()
                .filter(score -> !score.getRole().equals(BASELINE))
                .toList();
    }

    private static String title(Score score) {
        return score.getRole().equals("champion")
                ? score.getName()
                : score.getName() + " (" + score.getRole() + ')';
    }

    /// The champion of one series may be a challenger in another.
    private static String pooledTitle(Score score) {
        return score.getRole().equals(BASELINE) ? title(score) : score.getName();
    }

    private static double allTime(Score score, String name) {
        return measure(score, name).getAllTime();
    }

    static Measure measure(Score score, String name) {
        return score.getMeasures().stream()
                .filter(measure -> measure.getName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                score.getName() + " must have a measure " + name));
    }

    private static String name(Metrics series) {
        return series.getInstrument() + '@' + series.getInterval();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// Four decimals where they say enough, else four digits.
    static String number(double value) {
        return Math.abs(value) >= 0.01 || value == 0
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.3e", value);
    }

    private static String short4(double value) {
        return Math.abs(value) >= 0.001 || value == 0
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.2e", value);
    }
}

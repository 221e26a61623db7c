package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.Measures;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.Score;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Progressive scores of each series' model beside its baselines, and a sentence that says what
/// they amount to.
///
/// @param metrics one a series
record Scoreboard(List<Metrics> metrics) {

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> printJson(out);
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        TextTable table =
                new TextTable(
                        "series",
                        "forecaster",
                        "outcomes",
                        "accuracy",
                        "balanced",
                        "log loss",
                        "Brier",
                        "recent accuracy",
                        "recent log loss");
        for (Metrics series : metrics) {
            for (Score score : series.getScores()) {
                Measures all = score.getAllTime();
                Measures recent = score.getFading();
                table.add(
                        name(series),
                        score.getName() + (score.getIsBaseline() ? " (baseline)" : ""),
                        String.valueOf(series.getOutcomeCount()),
                        percent(all.getAccuracy()),
                        percent(all.getBalancedAccuracy()),
                        number(all.getLogLoss()),
                        number(all.getBrierScore()),
                        percent(recent.getAccuracy()),
                        number(recent.getLogLoss()));
            }
        }
        table.print(out);
        out.println();
        metrics.forEach(series -> out.println(verdict(series)));
        out.println();
        metrics.forEach(series -> out.println(candles(series)));
    }

    /// The scores of a model mean nothing alone.
    private static String verdict(Metrics series) {
        Score model = series.getScores().getFirst();
        Score best =
                series.getScores().stream()
                        .filter(Score::getIsBaseline)
                        .max(Comparator.comparingDouble(s -> s.getAllTime().getAccuracy()))
                        .orElseThrow();
        double points = 100 * (model.getAllTime().getAccuracy() - best.getAllTime().getAccuracy());
        return String.format(
                Locale.ROOT,
                "%s: %s is %.1f points of accuracy %s the best baseline, %s.",
                name(series),
                model.getName(),
                Math.abs(points),
                points > 0 ? "above" : "below",
                best.getName());
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
            for (Score score : series.getScores()) {
                ObjectNode one = scores.addObject();
                one.put("name", score.getName());
                one.put("is_baseline", score.getIsBaseline());
                put(one.putObject("all_time"), score.getAllTime());
                put(one.putObject("fading"), score.getFading());
            }
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

    private static void put(ObjectNode node, Measures measures) {
        node.put("accuracy", measures.getAccuracy())
                .put("balanced_accuracy", measures.getBalancedAccuracy())
                .put("log_loss", measures.getLogLoss())
                .put("brier_score", measures.getBrierScore());
    }

    private static String name(Metrics series) {
        return series.getInstrument() + '@' + series.getInterval();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

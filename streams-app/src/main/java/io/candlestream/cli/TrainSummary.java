package io.candlestream.cli;

import io.candlestream.epoch.EpochLoss;
import io.candlestream.epoch.Parts;
import io.candlestream.epoch.TestScore;
import io.candlestream.learner.Difference;
import io.candlestream.training.TrainedModel;
import io.candlestream.training.TrainedSeries;
import io.candlestream.training.TrainingReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What trained models are worth on the test part beside the baselines, and sentences that say what
/// it amounts to.
///
/// @param report of the training
record TrainSummary(TrainingReport report) {

    private static final List<String> OF_CLASSES =
            List.of("accuracy", "balanced_accuracy", "log_loss", "brier_score");
    private static final List<String> OF_NUMBERS = List.of("rmse", "mae", "r2", "hit_rate");

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> out.println(report.toJson());
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        boolean isNumber = report.series().getFirst().config().label().isNumber();
        List<String> measures = isNumber ? OF_NUMBERS : OF_CLASSES;
        List<String> titles =
                new ArrayList<>(
                        List.of("series", "forecaster", "best epoch", "train", "validation"));
        measures.forEach(measure -> titles.add(measure.replace('_', ' ')));
        TextTable table = new TextTable(titles.toArray(String[]::new));
        for (TrainedSeries series : report.series()) {
            for (TrainedModel model : series.models()) {
                EpochLoss best = model.trained().best();
                int epochs = model.trained().curve().size();
                add(
                        table,
                        series,
                        model.score(),
                        measures,
                        best.epoch() + " of " + epochs,
                        Scoreboard.number(best.trainLoss()),
                        Scoreboard.number(best.validationLoss()));
            }
            for (TestScore baseline : series.baselines()) {
                add(table, series, baseline, measures, "", "", "");
            }
        }
        table.print(out);
        out.println();
        for (TrainedSeries series : report.series()) {
            series.models().forEach(model -> out.println(verdict(series, model)));
        }
        out.println();
        report.series().forEach(series -> out.println(examples(series)));
    }

    private static void add(
            TextTable table,
            TrainedSeries series,
            TestScore score,
            List<String> measures,
            String... losses) {
        List<String> row = new ArrayList<>();
        row.add(series.series().toString());
        row.add(score.isBaseline() ? score.name() + " (baseline)" : score.name());
        row.addAll(List.of(losses));
        for (String measure : measures) {
            double value = score.measure(measure);
            boolean isShare = measure.endsWith("accuracy") || measure.equals("hit_rate");
            row.add(isShare ? Scoreboard.percent(value) : Scoreboard.number(value));
        }
        table.add(row.toArray(String[]::new));
    }

    /// The best baseline is the one beside which a model looks worst.
    private static String verdict(TrainedSeries series, TrainedModel model) {
        String who = series.series() + ": " + model.score().name();
        Difference worst =
                model.score().differences().stream()
                        .max(Comparator.comparingDouble(Difference::mean))
                        .orElseThrow();
        if (Double.isInfinite(worst.margin())) {
            return who + " was tested on too few examples to be compared with its baselines.";
        }
        String judgement =
                worst.isBetter()
                        ? "better than chance explains"
                        : worst.isWorse()
                                ? "worse than the baseline"
                                : "no difference that could not be chance";
        return String.format(
                Locale.ROOT,
                "%s loses %s %s than %s, its best baseline (95 %%: %s to %s): %s.",
                who,
                Scoreboard.number(Math.abs(worst.mean())),
                worst.mean() < 0 ? "less" : "more",
                worst.than(),
                Scoreboard.number(worst.mean() - worst.margin()),
                Scoreboard.number(worst.mean() + worst.margin()),
                judgement);
    }

    private String examples(TrainedSeries series) {
        Parts parts = series.parts();
        return String.format(
                Locale.ROOT,
                "%s: %,d examples trained, %,d validated, %,d tested; %,d left out, for a horizon of %d"
                        + " and an embargo of %d candles.",
                series.series(),
                parts.trainCount(),
                parts.validationCount(),
                parts.testCount(),
                parts.purgedCount(),
                series.config().label().horizon(),
                report.training().embargo());
    }
}

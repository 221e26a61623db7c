package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.evaluation.Measures;
import io.candlestream.model.ModelConfig;
import io.candlestream.table.ClassValidation;
import io.candlestream.table.NumberMeasures;
import io.candlestream.table.NumberValidation;
import io.candlestream.table.ProgressivePass;
import io.candlestream.table.Scored;
import io.candlestream.table.Table;
import io.candlestream.table.Task;
import io.candlestream.table.Validation;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How good a model was on a table, beside its baselines, and a sentence that says what it amounts
/// to.
///
/// @param config the model
/// @param table what it was measured on
/// @param pass the pass that was made
/// @param validation what was measured
record LearnReport(ModelConfig config, Table table, ProgressivePass pass, Validation validation) {

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> printJson(out);
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        TextTable rows =
                switch (validation) {
                    case ClassValidation classes -> classRows(classes);
                    case NumberValidation numbers -> numberRows(numbers);
                };
        rows.print(out);
        out.println();
        out.println(verdict());
        out.println();
        out.printf(
                Locale.ROOT,
                "%,d rows predicted and learned from, %,d refused; the model refused to learn from"
                        + " %,d.%n",
                pass.usableCount(),
                pass.refusedCount(),
                validation.model().refusedCount());
    }

    private static TextTable classRows(ClassValidation validation) {
        TextTable rows = new TextTable("forecaster", "accuracy", "balanced", "log loss", "Brier");
        for (Scored<Measures> score : validation.scores()) {
            Measures measures = score.measures();
            rows.add(
                    name(score),
                    Scoreboard.percent(measures.accuracy()),
                    Scoreboard.percent(measures.balancedAccuracy()),
                    Scoreboard.number(measures.logLoss()),
                    Scoreboard.number(measures.brierScore()));
        }
        return rows;
    }

    private static TextTable numberRows(NumberValidation validation) {
        TextTable rows = new TextTable("forecaster", "MAE", "RMSE", "R2");
        for (Scored<NumberMeasures> score : validation.scores()) {
            NumberMeasures measures = score.measures();
            rows.add(
                    name(score),
                    error(measures.meanAbsoluteError()),
                    error(measures.rootMeanSquaredError()),
                    Double.isNaN(measures.r2()) ? "-" : Scoreboard.number(measures.r2()));
        }
        return rows;
    }

    private String verdict() {
        return switch (validation) {
            case ClassValidation classes -> verdictOnClasses(classes.scores());
            case NumberValidation numbers -> verdictOnNumbers(numbers.scores());
        };
    }

    private static String verdictOnClasses(List<Scored<Measures>> scores) {
        Scored<Measures> model = scores.getFirst();
        Scored<Measures> accurate = bestBaseline(scores, measures -> -measures.accuracy());
        Scored<Measures> confident = bestBaseline(scores, Measures::logLoss);
        double points = 100 * (model.measures().accuracy() - accurate.measures().accuracy());
        double loss = model.measures().logLoss() - confident.measures().logLoss();
        return String.format(
                Locale.ROOT,
                "%s has %.1f points of accuracy %s than the best baseline (%s) and %.4f %s log loss than"
                        + " the best baseline (%s).",
                model.name(),
                Math.abs(points),
                points > 0 ? "more" : "less",
                accurate.name(),
                Math.abs(loss),
                loss > 0 ? "more" : "less",
                confident.name());
    }

    private static String verdictOnNumbers(List<Scored<NumberMeasures>> scores) {
        Scored<NumberMeasures> model = scores.getFirst();
        Scored<NumberMeasures> best = bestBaseline(scores, NumberMeasures::rootMeanSquaredError);
        double ours = model.measures().rootMeanSquaredError();
        double theirs = best.measures().rootMeanSquaredError();
        String share =
                theirs > 0
                        ? String.format(
                                Locale.ROOT, " (%.1f %%)", 100 * Math.abs(ours / theirs - 1))
                        : "";
        return "%s has an RMSE that is %s%s %s than that of the best baseline (%s)."
                .formatted(
                        model.name(),
                        error(Math.abs(ours - theirs)),
                        share,
                        ours > theirs ? "more, and so worse," : "less, and so better,",
                        best.name());
    }

    private static <M> Scored<M> bestBaseline(List<Scored<M>> scores, ToDoubleFunction<M> loss) {
        return Collections.min(
                scores.stream().filter(Scored::isBaseline).toList(),
                Comparator.comparingDouble(score -> loss.applyAsDouble(score.measures())));
    }

    private void printJson(PrintWriter out) {
        ObjectNode all = new ObjectMapper().createObjectNode();
        all.put("model", config.expression());
        all.put("target", table.columns().get(table.target()));
        ArrayNode scores = all.arrayNode();
        switch (validation) {
            case ClassValidation classes -> {
                all.put("task", Task.CLASSES.toString());
                classes.scores().forEach(score -> put(node(scores, score), score.measures()));
            }
            case NumberValidation numbers -> {
                all.put("task", Task.NUMBERS.toString());
                numbers.scores().forEach(score -> put(node(scores, score), score.measures()));
            }
        }
        all.put("row_count", pass.usableCount());
        all.put("refused_row_count", pass.refusedCount());
        all.put("refused_example_count", validation.model().refusedCount());
        all.set("scores", scores);
        all.put("verdict", verdict());
        out.println(all.toPrettyString());
    }

    private static ObjectNode node(ArrayNode scores, Scored<?> score) {
        return scores.addObject().put("name", score.name()).put("is_baseline", score.isBaseline());
    }

    private static void put(ObjectNode node, Measures measures) {
        node.put("accuracy", measures.accuracy())
                .put("balanced_accuracy", measures.balancedAccuracy())
                .put("log_loss", measures.logLoss())
                .put("brier_score", measures.brierScore());
    }

    private static void put(ObjectNode node, NumberMeasures measures) {
        node.put("mean_absolute_error", measures.meanAbsoluteError())
                .put("root_mean_squared_error", measures.rootMeanSquaredError());
        if (Double.isNaN(measures.r2())) {
            node.putNull("r2");
        } else {
            node.put("r2", measures.r2());
        }
    }

    private static String name(Scored<?> score) {
        return score.name() + (score.isBaseline() ? " (baseline)" : "");
    }

    /// In units of the target, whatever its size.
    private static String error(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }
}

package io.candlestream.cli;

import io.candlestream.replay.PredictionsCsv;
import io.candlestream.schema.Prediction;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.wire.TopicRecord;
import io.candlestream.wire.Topics;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream predictions`: the committed predictions, as a table, as the predictions file or as
/// JSON lines.
@Command(
        name = "predictions",
        description = {
            "Read the topic predictions; only what is committed.",
            "With --format csv it prints the predictions file, as 'replay --predictions' writes it."
        })
final class PredictionsCommand implements Callable<Integer> {

    private static final String ROW = "%-24s %-4s %-24s %-8s %-10s %10s %8s%n";

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final TopicOptions topicOptions = new TopicOptions();

    /// How predictions are printed.
    enum Format {
        TABLE,
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    PredictionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = options.load(cluster.overrides());
        switch (format) {
            case TABLE -> {
                console.out()
                        .printf(
                                ROW,
                                "instrument",
                                "len",
                                "close time",
                                "model",
                                "prediction",
                                "confidence",
                                "learned");
                read(settings, this::printRow);
            }
            case CSV -> {
                PredictionsCsv csv =
                        new PredictionsCsv(
                                console.out(),
                                new ConfiguredLearners(settings).label().classNames());
                read(
                        settings,
                        prediction -> {
                            csv.write(prediction);
                            csv.flush();
                        });
                csv.flush();
            }
            case JSON -> {
                JsonLines lines = new JsonLines(console.out());
                topicOptions.read(settings, Topics.PREDICTIONS, lines::print);
            }
        }
        return ExitCode.DONE;
    }

    private void read(Settings settings, Consumer<Prediction> sink) {
        topicOptions.read(
                settings,
                Topics.PREDICTIONS,
                (TopicRecord<Prediction> record) -> {
                    Prediction prediction = record.message();
                    if (prediction == null) {
                        console.err()
                                .println(
                                        "partition "
                                                + record.partition()
                                                + ", offset "
                                                + record.offset()
                                                + ": "
                                                + record.fault());
                    } else {
                        sink.accept(prediction);
                    }
                });
    }

    private void printRow(Prediction prediction) {
        Double value = prediction.getValue();
        console.out()
                .printf(
                        Locale.ROOT,
                        ROW,
                        prediction.getInstrument(),
                        prediction.getInterval(),
                        prediction.getCloseTime(),
                        prediction.getModel(),
                        value == null ? prediction.getPrediction() : Scoreboard.number(value),
                        value == null ? Scoreboard.percent(prediction.getConfidence()) : "",
                        prediction.getLearnedCount());
    }
}

package io.candlestream.cli;

import io.candlestream.candle.Candle;
import io.candlestream.feature.ExpressionException;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.Event;
import io.candlestream.learner.Learner;
import io.candlestream.learner.Step;
import io.candlestream.replay.PredictionsCsv;
import io.candlestream.replay.Replay;
import io.candlestream.replay.ReplayedSignals;
import io.candlestream.schema.Alert;
import io.candlestream.schema.Metrics;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.topology.LearnerMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream replay`: history through the same learner that runs live.
@Command(
        name = "replay",
        description = {
            "Replay candle files through the learner, in this process and without Kafka.",
            "Gives the same predictions as the service, bit for bit."
        })
final class ReplayCommand implements Callable<Integer> {

    private final Console console;
    private final List<Alert> alerts = new ArrayList<>();
    private final LearnerMessages messages = new LearnerMessages(InstantSource.system(), 0);

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final SignalOptions signalOptions = new SignalOptions();

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Candle files: CSV, JSON or parquet, packed or not; folders and patterns.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write every prediction to this CSV file.")
    private @Nullable Path predictions;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Scores as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ConfiguredLearners learners = new ConfiguredLearners(options.load());
        List<CandleFile> files = fileOptions.files(data);
        ReplayedSignals signals =
                signalOptions.joined(
                        "learner.features",
                        learners.signals(),
                        CandleFileOptions.instruments(files),
                        console);
        Replay replay = new Replay(learners, signals);
        long started = System.nanoTime();
        try (CandleSource source = fileOptions.open(files, console)) {
            if (predictions == null) {
                replay.run(source, (learner, candle, step) -> take(learner, candle, step));
            } else {
                try (PredictionsCsv csv =
                        PredictionsCsv.create(predictions, learners.label().classNames())) {
                    run(replay, source, csv);
                }
            }
        } catch (ExpressionException e) {
            throw new UsageException("learner.features: " + e.getMessage());
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "replayed %,d candles in %.1f s%n",
                        replay.candleCount(),
                        (System.nanoTime() - started) / 1e9);
        tellRefused(replay, signals);
        alerts.sort(Scoreboard.IN_ORDER);
        new Scoreboard(scores(replay), alerts).print(console.out(), format);
        return ExitCode.DONE;
    }

    private void take(Learner learner, Candle candle, Step step) {
        for (Event event : step.events()) {
            alerts.add(messages.alert(learner, event, candle.closeTimeMs()));
        }
    }

    private void tellRefused(Replay replay, ReplayedSignals signals) {
        if (signals.refusedCount() + replay.unjoinedCount() > 0) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "refused %,d signals, and %,d candles too far behind for their signals%n",
                            signals.refusedCount(),
                            replay.unjoinedCount());
        }
    }

    private void run(Replay replay, CandleSource source, PredictionsCsv csv) {
        replay.run(
                source,
                (learner, candle, step) -> {
                    take(learner, candle, step);
                    if (step.hasPrediction()) {
                        for (int model = 0; model < learner.config().models().size(); model++) {
                            csv.write(messages.prediction(learner, step, model));
                        }
                    }
                });
    }

    private List<Metrics> scores(Replay replay) {
        List<Metrics> scores = new ArrayList<>();
        for (Learner learner : replay.learners().sequencedValues()) {
            if (learner.outcomeCount() > 0) {
                scores.add(messages.metrics(learner, 0));
            } else {
                console.err()
                        .println(
                                learner.series()
                                        + ": no outcome yet, the first comes with candle "
                                        + learner.firstOutcomeAt());
            }
        }
        return scores;
    }
}

package io.candlestream.cli;

import io.candlestream.candle.Series;
import io.candlestream.epoch.Gathering;
import io.candlestream.epoch.Split;
import io.candlestream.epoch.TrainingPlan;
import io.candlestream.epoch.TrainingPlan.Shuffle;
import io.candlestream.feature.ExpressionException;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.replay.ExampleReplay;
import io.candlestream.replay.ReplayedSignals;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.training.SeriesTraining;
import io.candlestream.training.TrainedModel;
import io.candlestream.training.TrainedSeries;
import io.candlestream.training.TrainingFolder;
import io.candlestream.training.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream train`: the learner's models over candle files in epochs.
@Command(
        name = "train",
        description = {
            "Train the models of the settings (learner.*) on candle files in epochs: over the first part",
            "again and again, until the second part says that it gets no better; then measure them once",
            "on the third, beside baselines. Every series has models of its own."
        })
final class TrainCommand implements Callable<Integer> {

    private final Console console;

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
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for report.json, curves.csv and a file a model.")
    private Path out = Path.of("");

    @Option(names = "--overwrite", description = "Write over the files of a folder that exists.")
    private boolean overwrite;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "How often to go over the first part at most (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--split",
            paramLabel = "T/V/T",
            defaultValue = "60/20/20",
            description =
                    "Per cent that train, validate and test, in the order of time (default:"
                            + " ${DEFAULT-VALUE}). Examples whose label reaches into the next part are left"
                            + " out.")
    private String split = "";

    @Option(
            names = "--embargo",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Examples left out before a part besides those (default: ${DEFAULT-VALUE}).")
    private int embargo;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Epochs without a lower validation loss after which to stop (default:"
                            + " ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--shuffle",
            paramLabel = "ORDER",
            defaultValue = "none",
            description =
                    "Order of the first part: none is that of time; blocks, of four horizons each, are"
                            + " shuffled for every epoch (default: ${DEFAULT-VALUE}).")
    private Shuffle shuffle = Shuffle.NONE;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of that order (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Results as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ConfiguredLearners learners = new ConfiguredLearners(options.load());
        SeriesTraining training = training();
        List<CandleFile> files = fileOptions.files(data);
        try (TrainingFolder folder = TrainingFolder.open(out, overwrite)) {
            ExampleReplay replay = gather(learners, files);
            List<TrainedSeries> trained = new ArrayList<>();
            for (Map.Entry<Series, Gathering> entry : replay.gatherings().sequencedEntrySet()) {
                Gathering gathering = entry.getValue();
                TrainedSeries series =
                        training.train(entry.getKey(), gathering.config(), gathering.examples());
                series.models().forEach(this::tell);
                trained.add(series);
            }
            if (trained.isEmpty()) {
                throw new UsageException("--data must hold candles, held none");
            }
            TrainingReport report =
                    new TrainingReport(training, CandleFileOptions.paths(files), trained);
            folder.write(report);
            new TrainSummary(report).print(console.out(), format);
        }
        return ExitCode.DONE;
    }

    private SeriesTraining training() {
        if (embargo < 0) {
            throw new UsageException("--embargo must be at least 0, was " + embargo);
        }
        try {
            return new SeriesTraining(
                    Split.parse(split), embargo, new TrainingPlan(epochs, patience, shuffle, seed));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }

    private ExampleReplay gather(ConfiguredLearners learners, List<CandleFile> files) {
        ReplayedSignals signals =
                signalOptions.joined(
                        "learner.features",
                        learners.signals(),
                        CandleFileOptions.instruments(files),
                        console);
        ExampleReplay replay = new ExampleReplay(learners, signals);
        try (CandleSource source = fileOptions.open(files, console)) {
            replay.run(source);
        } catch (ExpressionException e) {
            throw new UsageException("learner.features: " + e.getMessage());
        }
        if (signals.refusedCount() + replay.unjoinedCount() > 0) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "refused %,d signals, and %,d candles too far behind for their signals%n",
                            signals.refusedCount(),
                            replay.unjoinedCount());
        }
        return replay;
    }

    private void tell(TrainedModel model) {
        console.err()
                .printf(
                        Locale.ROOT,
                        "%s: %d epochs%s, the best was epoch %d%n",
                        model.snapshot().id(),
                        model.trained().curve().size(),
                        model.trained().isStoppedEarly() ? ", stopped early" : "",
                        model.trained().bestEpoch());
    }
}

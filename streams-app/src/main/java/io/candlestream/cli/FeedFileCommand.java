package io.candlestream.cli;

import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `candlestream feed file`: publishes candle files.
@Command(name = "file", description = "Publish candle files, interleaved by close time.")
final class FeedFileCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final SpeedOption speed = new SpeedOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, JSON or parquet, packed or not; folders and patterns.")
    private List<Path> paths = new ArrayList<>();

    FeedFileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pace pace = speed.pace();
        try (CandleSource source = fileOptions.open(fileOptions.files(paths), console)) {
            Publication.run(options.load(cluster.overrides()), source, pace, console);
        }
        return ExitCode.DONE;
    }
}

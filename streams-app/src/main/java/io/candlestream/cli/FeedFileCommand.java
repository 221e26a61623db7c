package io.candlestream.cli;

import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream feed file`: publishes candle files.
@Command(name = "file", description = "Publish candle files, interleaved by close time.")
final class FeedFileCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV, plain or gzip.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            description = "max, real, or times real time as in 10x (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    FeedFileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pace pace = Publication.pace(speed);
        try (CandleSource source = fileOptions.open(paths, console)) {
            Publication.run(options.load(), source, pace, console);
        }
        return ExitCode.DONE;
    }
}

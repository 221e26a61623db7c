package io.candlestream.cli;

import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import io.candlestream.history.Sample;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream feed sample`: publishes the bundled real candles.
@Command(
        name = "sample",
        description = "Publish the bundled real candles, interleaved by close time.")
final class FeedSampleCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            description = "max, real, or times real time as in 10x (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    FeedSampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pace pace = Publication.pace(speed);
        try (CandleSource source = Sample.merged()) {
            Publication.run(options.load(), source, pace, console);
        }
        return ExitCode.DONE;
    }
}

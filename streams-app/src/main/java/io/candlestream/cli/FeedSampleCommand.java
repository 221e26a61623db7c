package io.candlestream.cli;

import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import io.candlestream.history.Sample;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `candlestream feed sample`: publishes the bundled real candles.
@Command(
        name = "sample",
        description = "Publish the bundled real candles, interleaved by close time.")
final class FeedSampleCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final SpeedOption speed = new SpeedOption();

    FeedSampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pace pace = speed.pace();
        try (CandleSource source = Sample.merged()) {
            Publication.run(options.load(cluster.overrides()), source, pace, console);
        }
        return ExitCode.DONE;
    }
}

package io.candlestream.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `candlestream feed`: everything that publishes candles and signals.
@Command(name = "feed", description = "Publish candles and signals to their topics.")
final class FeedCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    FeedCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new UsageException("feed what?");
    }
}

package io.candlestream.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `candlestream data`: what concerns candle files alone.
@Command(name = "data", description = "Describe, validate, convert and resample candle files.")
final class DataCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    DataCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new UsageException("data what?");
    }
}

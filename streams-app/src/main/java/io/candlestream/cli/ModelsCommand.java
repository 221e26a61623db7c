package io.candlestream.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `candlestream models`: what concerns models that are kept.
@Command(name = "models", description = "List, show, export and import trained models.")
final class ModelsCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    ModelsCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new UsageException("models what?");
    }
}

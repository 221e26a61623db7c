package io.candlestream.cli;

import io.candlestream.registry.SnapshotFile.Form;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `candlestream models export`: a model in the compact form.
@Command(
        name = "export",
        description =
                "Write a model in the compact form; nothing of it is lost, and it goes on learning to the bit.")
final class ModelsExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final SnapshotOptions snapshot = new SnapshotOptions();

    ModelsExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        snapshot.copy(Form.BINARY, console);
        return ExitCode.DONE;
    }
}

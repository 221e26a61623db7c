package io.candlestream.cli;

import io.candlestream.registry.SnapshotFile.Form;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `candlestream models import`: a model that was exported, as JSON.
@Command(
        name = "import",
        description =
                "Take up a model that was exported, and write it as JSON; it goes on learning to the bit.")
final class ModelsImportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final SnapshotOptions snapshot = new SnapshotOptions();

    ModelsImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        snapshot.copy(Form.JSON, console);
        return ExitCode.DONE;
    }
}

package io.candlestream.cli;

import io.candlestream.registry.Snapshot;
import io.candlestream.registry.SnapshotFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `candlestream models list`: the models of a folder.
@Command(
        name = "list",
        description = "List the models of a folder: its files model*.json and *.csm.")
final class ModelsListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    ModelsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        List<Path> files = SnapshotFile.in(folder);
        if (files.isEmpty()) {
            console.out().println("no models");
            console.out().flush();
            return ExitCode.DONE;
        }
        TextTable table =
                new TextTable(
                        "file",
                        "id",
                        "fingerprint",
                        "trained to",
                        "epochs",
                        "examples",
                        "expression");
        for (Path file : files) {
            Snapshot snapshot = SnapshotFile.read(file);
            table.add(
                    file.getFileName().toString(),
                    snapshot.id(),
                    snapshot.fingerprint(),
                    Instant.ofEpochMilli(snapshot.provenance().trainedToMs()).toString(),
                    Integer.toString(snapshot.provenance().epochs()),
                    Long.toString(snapshot.provenance().learnedCount()),
                    snapshot.model().config().expression());
        }
        table.print(console.out());
        console.out().flush();
        return ExitCode.DONE;
    }
}

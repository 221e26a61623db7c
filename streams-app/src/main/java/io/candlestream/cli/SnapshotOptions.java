package io.candlestream.cli;

import io.candlestream.registry.Snapshot;
import io.candlestream.registry.SnapshotFile;
import io.candlestream.registry.SnapshotFile.Form;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which model is to be written in another form, and where to.
final class SnapshotOptions {

    @Parameters(paramLabel = "FILE", description = "The model, as JSON or in the compact form.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--overwrite", description = "Write over a file that exists.")
    private boolean overwrite;

    /// Reads the model and writes it.
    ///
    /// @throws UsageException when it must not be written there
    /// @throws io.candlestream.registry.RegistryException when it cannot be read or is no model
    void copy(Form form, Console console) {
        if (Files.exists(out) && !overwrite) {
            throw new UsageException(out + ": must not exist, or --overwrite be given; it exists");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException(out + ": must be in a folder that exists, is not");
        }
        Snapshot snapshot = SnapshotFile.read(file);
        SnapshotFile.write(out, snapshot, form);
        console.out().println(snapshot.id() + ' ' + snapshot.fingerprint() + " -> " + out);
        console.out().flush();
    }
}

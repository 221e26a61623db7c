package io.candlestream.cli;

import io.candlestream.registry.Provenance;
import io.candlestream.registry.Snapshot;
import io.candlestream.registry.SnapshotFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream models show`: what a model is, how it came about, and its coefficients.
@Command(
        name = "show",
        description = "Show a model: what it is, how it came about, and its coefficients.")
final class ModelsShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "The model, as JSON or in the compact form.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "As ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    ModelsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        Snapshot snapshot = SnapshotFile.read(file);
        PrintWriter out = console.out();
        switch (format) {
            case TABLE -> print(snapshot, out);
            case JSON -> out.print(SnapshotFile.text(snapshot));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(Snapshot snapshot, PrintWriter out) {
        Provenance provenance = snapshot.provenance();
        TextTable facts = new TextTable("what", "is");
        facts.add("id", snapshot.id());
        facts.add("expression", snapshot.model().config().expression());
        facts.add("label", snapshot.inputs().label().expression());
        facts.add("scaling", snapshot.inputs().scaling().expression());
        facts.add("fingerprint", snapshot.fingerprint());
        facts.add("trained from", Instant.ofEpochMilli(provenance.trainedFromMs()).toString());
        facts.add("trained to", Instant.ofEpochMilli(provenance.trainedToMs()).toString());
        facts.add("epochs", Integer.toString(provenance.epochs()));
        facts.add("examples learned", Long.toString(provenance.learnedCount()));
        provenance.measures().forEach((name, value) -> facts.add(name, number(value)));
        facts.add(
                "state",
                "%d bytes, and %d of the scaler"
                        .formatted(snapshot.modelState().size(), snapshot.scalerState().size()));
        facts.print(out);
        out.println();
        coefficients(snapshot).print(out);
    }

    private static TextTable coefficients(Snapshot snapshot) {
        List<Snapshot.Coefficients> rows = snapshot.coefficients();
        List<String> titles = new ArrayList<>(List.of("feature"));
        rows.forEach(row -> titles.add(row.row()));
        TextTable table = new TextTable(titles.toArray(String[]::new));
        List<String> names = snapshot.inputs().featureNames();
        for (int i = 0; i < names.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(names.get(i)));
            for (Snapshot.Coefficients row : rows) {
                cells.add(i < row.weights().size() ? number(row.weights().get(i)) : "");
            }
            table.add(cells.toArray(String[]::new));
        }
        List<String> intercepts = new ArrayList<>(List.of("intercept"));
        rows.forEach(row -> intercepts.add(number(row.intercept())));
        table.add(intercepts.toArray(String[]::new));
        return table;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}

package io.candlestream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.report.RunComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream backtest compare`: runs side by side.
@Command(
        name = "compare",
        description = {
            "What runs achieved, beside each other, and the settings that differ between them,",
            "from the report.json and manifest.json in their folders."
        })
final class BacktestCompareCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of backtests.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Results as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    BacktestCompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        RunComparison comparison = new RunComparison(folders);
        switch (format) {
            case TABLE -> {
                print("figure", comparison.names(), comparison.figures());
                if (folders.size() > 1) {
                    console.out().println();
                    print("differing setting", comparison.names(), comparison.differences());
                }
            }
            case JSON -> console.out().println(comparison.toJson().toPrettyString());
        }
        console.out().flush();
        return ExitCode.DONE;
    }

    private void print(String what, List<String> runs, SequencedMap<String, List<JsonNode>> rows) {
        List<String> header = new ArrayList<>(List.of(what));
        header.addAll(runs);
        TextTable table = new TextTable(header.toArray(String[]::new));
        rows.forEach((name, values) -> {
            List<String> row = new ArrayList<>(List.of(name));
            values.forEach(value -> row.add(text(value)));
            table.add(row.toArray(String[]::new));
        });
        table.print(console.out());
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return "-";
        }
        if (value.isFloatingPointNumber()) {
            double number = value.asDouble();
            boolean isPlain = Math.abs(number) < 1e9 && (Math.abs(number) >= 1e-4 || number == 0);
            return String.format(Locale.ROOT, isPlain ? "%.4f" : "%.3e", number);
        }
        return value.asText();
    }
}

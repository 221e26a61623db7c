package io.candlestream.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.settings.Settings;
import io.candlestream.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream doctor`: looks at everything the service needs and says what to do about each
/// fault. Changes nothing.
@Command(
        name = "doctor",
        description = {
            "Check Java, memory, disk, ports, settings and the broker.",
            "Says what to do about each fault; exit code 1 when anything fails."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--settings",
            description = "Print the settings in effect, every key with its value, and stop.")
    private boolean settingsOnly;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (settingsOnly) {
            console.out().print(options.load(cluster.overrides()).toYaml());
            console.out().flush();
            return ExitCode.DONE;
        }
        List<Finding> findings = findings();
        switch (format) {
            case TABLE -> printTable(findings);
            case JSON -> printJson(findings);
        }
        boolean failed = findings.stream().anyMatch(f -> f.state() == Finding.State.FAIL);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Settings settings = settings(findings);
        findings.addAll(MachineCheck.findings(settings.dataDir()));
        findings.addAll(BrokerCheck.findings(settings));
        return findings;
    }

    /// A fault in the settings is one finding among others, and the defaults serve the other
    /// checks.
    private Settings settings(List<Finding> findings) {
        try {
            Settings settings = options.load(cluster.overrides());
            findings.add(Finding.ok("settings", "all keys known and in range"));
            return settings;
        } catch (SettingsException e) {
            findings.add(
                    Finding.fail(
                            "settings",
                            String.valueOf(e.getMessage()),
                            "correct it; the other checks use the defaults"));
            return Settings.load(null, List.of());
        }
    }

    private void printTable(List<Finding> findings) {
        TextTable table = new TextTable("check", "state", "found", "what to do");
        findings.forEach(f -> table.add(f.check(), f.state().toString(), f.found(), f.action()));
        table.print(console.out());
    }

    private void printJson(List<Finding> findings) throws JacksonException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode report = mapper.createObjectNode();
        ArrayNode checks = report.putArray("checks");
        for (Finding finding : findings) {
            checks.addObject()
                    .put("check", finding.check())
                    .put("state", finding.state().toString())
                    .put("found", finding.found())
                    .put("action", finding.action());
        }
        console.out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}

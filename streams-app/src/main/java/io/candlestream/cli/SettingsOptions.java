package io.candlestream.cli;

import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options every command has: where its settings come from, and how much it says about a
/// failure.
final class SettingsOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in YAML; 'doctor --settings' prints every key.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, as in --set learner.half-life=500; wins over the file.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--verbose", description = "Show the stack trace of a failure.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    /// The settings in effect.
    ///
    /// @throws io.candlestream.settings.SettingsException when they cannot be used
    Settings load() {
        return load(List.of());
    }

    /// The settings in effect.
    ///
    /// @param fromOptions `key=value` from a command's own options, which win over `--set`
    /// @throws io.candlestream.settings.SettingsException when they cannot be used
    Settings load(List<String> fromOptions) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(fromOptions);
        return Settings.load(config, all);
    }
}

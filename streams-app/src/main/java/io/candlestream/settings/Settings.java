package io.candlestream.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a user can configure, complete and checked.
///
/// @param applicationId names the service in Kafka; 1 to 100 letters, digits, dots, hyphens or
///   underscores
/// @param dataDir where the embedded broker and the state stores keep their files; it need not
///   exist
/// @param bootstrapServers `host:port,...` of a Kafka cluster, or `null` for the embedded broker
/// @param topics how topics are named and made
/// @param streams how Kafka Streams runs
/// @param learner what is predicted and how it is learned
/// @param backtest how an account trades when history is replayed
/// @param calendars which calendar an instrument keeps
public record Settings(
        String applicationId,
        Path dataDir,
        @Nullable String bootstrapServers,
        TopicSettings topics,
        StreamsSettings streams,
        LearnerSettings learner,
        BacktestSettings backtest,
        CalendarSettings calendars) {

    /// Checks what the sections do not check themselves.
    ///
    /// @throws SettingsException when a value cannot be used
    public Settings {
        Range.checkName("application-id", applicationId, 1);
        if (bootstrapServers != null
                && !bootstrapServers.matches("[^\\s,]+:\\d+(,[^\\s,]+:\\d+)*")) {
            throw new SettingsException(
                    "bootstrap-servers must be host:port, or several with commas between, was \""
                            + bootstrapServers
                            + '"');
        }
    }

    /// Reads a configuration: the defaults, over them the file, over it the overrides in order.
    ///
    /// @param file YAML, or `null` for none
    /// @param overrides `key=value`, the key with dots, as in `learner.threshold-bps=10`
    /// @throws SettingsException when the file cannot be read, a key is unknown, a value has the
    ///   wrong type or is out of range
    public static Settings load(@Nullable Path file, List<String> overrides) {
        SettingsTree tree = new SettingsTree(SettingsYaml.readDefaults());
        if (file != null) {
            SettingsYaml.overlayFile(tree, file);
        }
        overrides.forEach(tree::set);
        return SettingsYaml.bind(tree.root());
    }

    /// Every key with its value in effect, as YAML that [#load] reads back to the same settings.
    public String toYaml() {
        return SettingsYaml.write(this);
    }

    /// Where the embedded broker keeps its files.
    public Path brokerDirectory() {
        return dataDir.resolve("broker");
    }

    /// Where Kafka Streams keeps its local state, which can be rebuilt from the broker.
    public Path stateDirectory() {
        return dataDir.resolve("state");
    }
}

package io.candlestream.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which cluster a command works with: short forms of two settings.
final class ClusterOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka cluster; short for --set bootstrap-servers=HOST:PORT.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of broker and state; short for --set data-dir=DIR.")
    private @Nullable Path dataDir;

    /// @return what was given, each `key=value`
    List<String> overrides() {
        List<String> overrides = new ArrayList<>();
        if (bootstrapServers != null) {
            overrides.add("bootstrap-servers=" + bootstrapServers);
        }
        if (dataDir != null) {
            overrides.add("data-dir=" + dataDir);
        }
        return overrides;
    }
}

package io.candlestream.cli;

import io.candlestream.service.Cluster;
import io.candlestream.settings.Settings;

/// The cluster a command works with when it starts none itself.
final class Clusters {

    private Clusters() {}

    /// Where the cluster of the settings is.
    ///
    /// @throws UsageException when none is named and no broker runs in the data folder
    static String running(Settings settings) {
        return Cluster.find(settings)
                .orElseThrow(() ->
                        new UsageException(
                                "no broker runs in "
                                        + settings.brokerDirectory()
                                        + ": start 'candlestream serve' or 'candlestream broker',"
                                        + " or name a cluster with --bootstrap-servers HOST:PORT"));
    }
}

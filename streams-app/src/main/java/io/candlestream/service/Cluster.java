package io.candlestream.service;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The Kafka cluster the settings speak of: a remote one, the embedded broker that runs in the data
/// folder already, or an embedded broker of this process.
public final class Cluster implements AutoCloseable {

    private final String bootstrapServers;
    private final @Nullable EmbeddedBroker own;

    private Cluster(String bootstrapServers, @Nullable EmbeddedBroker own) {
        this.bootstrapServers = bootstrapServers;
        this.own = own;
    }

    /// Finds the cluster; starts an embedded broker where there is none.
    ///
    /// @throws io.candlestream.broker.BrokerRefusedException when it cannot be started
    public static Cluster findOrStart(Settings settings) {
        return find(settings)
                .map(servers -> new Cluster(servers, null))
                .orElseGet(() -> {
                    EmbeddedBroker broker =
                            EmbeddedBroker.start(
                                    BrokerOptions.onFreePort(settings.brokerDirectory()));
                    return new Cluster(broker.bootstrapServers(), broker);
                });
    }

    /// Finds the cluster, and starts nothing.
    ///
    /// @return where it is, or nothing where no cluster is named and no broker runs in the data
    ///   folder
    public static Optional<String> find(Settings settings) {
        String named = settings.bootstrapServers();
        return named != null
                ? Optional.of(named)
                : EmbeddedBroker.findAddress(settings.brokerDirectory());
    }

    /// Where clients connect, a value for `bootstrap.servers`.
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /// Whether the broker runs in this process.
    public boolean isOwn() {
        return own != null;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}

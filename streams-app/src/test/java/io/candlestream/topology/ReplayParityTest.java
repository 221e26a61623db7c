package io.candlestream.topology;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The parity proof on the embedded broker.
class ReplayParityTest implements ParityContract {

    @TempDir private static Path folder;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerOptions.onFreePort(folder));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }
}

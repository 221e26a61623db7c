package io.candlestream.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.candlestream.topology.ParityContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/// The parity proof on a broker as the Kafka project ships it.
@Tag("container")
class BrokerContainerTest implements ParityContract {

    private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:4.3.1");

    @BeforeAll
    static void start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            BROKER.start();
        }
    }

    // Not before all: a class that is skipped as a whole is reported as one without tests.
    @BeforeEach
    void needsAnEngine() {
        assumeTrue(
                BROKER.isRunning(),
                "skipped: no container engine answers, set DOCKER_HOST where it does not listen"
                        + " at the usual place");
    }

    @AfterAll
    static void stop() {
        BROKER.stop();
    }

    @Override
    public String bootstrapServers() {
        return BROKER.getBootstrapServers();
    }
}

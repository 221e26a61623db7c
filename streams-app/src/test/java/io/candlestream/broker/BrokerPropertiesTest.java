package io.candlestream.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {

    private final Properties properties = BrokerProperties.of(Path.of("data"), 1001, 1002);

    @Test
    void areAllKnownToKafka() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                .containsAll(properties.stringPropertyNames());
    }

    @Test
    void bindNothingButTheLoopbackAddress() {
        assertThat(properties.getProperty("listeners"))
                .isEqualTo("BROKER://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002");
    }

    @Test
    void neverDeleteRollOrRefuseByEventTime() {
        KafkaConfig config = KafkaConfig.fromProps(properties);

        assertThat(config.logRetentionTimeMillis()).isEqualTo(-1);
        assertThat(config.logRollTimeMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(config.logMessageTimestampAfterMaxMs()).isEqualTo(Long.MAX_VALUE);
    }
}

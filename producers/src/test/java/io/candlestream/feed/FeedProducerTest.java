package io.candlestream.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FeedProducerTest {

    @Test
    void isIdempotentWhateverTheSettingsSay() {
        Map<String, Object> merged =
                FeedProducer.merged(Map.of("acks", "1", "enable.idempotence", false));

        assertThat(merged).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void hasOneRequestOnItsWayWhateverTheSettingsSay() {
        Map<String, Object> merged =
                FeedProducer.merged(Map.of("max.in.flight.requests.per.connection", 5));

        assertThat(merged).containsEntry("max.in.flight.requests.per.connection", 1);
    }

    @Test
    void takesEveryOtherSetting() {
        Map<String, Object> merged =
                FeedProducer.merged(Map.of("bootstrap.servers", "broker:9092", "linger.ms", 0));

        assertThat(merged)
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("linger.ms", 0);
    }
}

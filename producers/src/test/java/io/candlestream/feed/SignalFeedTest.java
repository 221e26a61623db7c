package io.candlestream.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import io.candlestream.wire.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SignalFeedTest {

    private static final Instrument BITCOIN = Instrument.parse("test:BTC");

    private final MockProducer<String, io.candlestream.schema.Signal> producer =
            new MockProducer<>(
                    true, null, new StringSerializer(), Topics.SIGNALS.valueSerde().serializer());
    private final SignalFeed feed = new SignalFeed(producer, "t-signals");

    @Test
    void givesARecordTheInstrumentAsKeyAndTheTimeOfTheValueAsTimestamp() {
        Signal signal = new Signal(BITCOIN, "greed", 1_000, 42.5);

        assertThat(feed.publish(List.of(signal))).isEqualTo(1);

        assertThat(producer.history())
                .containsExactly(
                        new ProducerRecord<>(
                                "t-signals", null, 1_000L, "test:BTC", SignalFeed.message(signal)));
    }

    @Test
    void saysHowManyArrivedBeforeOneDidNot() {
        producer.sendException = new KafkaException("no space");

        assertThatThrownBy(() -> feed.publish(List.of(new Signal(BITCOIN, "greed", 1, 1))))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(
                        "every record must reach the topic t-signals, but after 0 one did not: no"
                                + " space");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();

        long published = feed.publish(List.of(new Signal(BITCOIN, "greed", 1, 1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(published).isZero();
    }
}

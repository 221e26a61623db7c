package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLayoutTest {

    static final List<Topic<?>> ALL = List.copyOf(Topics.ALL);

    @Test
    void laysOutATopic() {
        NewTopic candles = new TopicLayout("eu.", 6, 3).newTopic(Topics.CANDLES);

        assertThat(candles.name()).isEqualTo("eu.candles");
        assertThat(candles.numPartitions()).isEqualTo(6);
        assertThat(candles.replicationFactor()).isEqualTo((short) 3);
        assertThat(candles.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsAllEntriesOf(Topics.CANDLES.config());
    }

    @Test
    void compactsWhatIsToBeCompacted() {
        assertThat(new TopicLayout("", 1, 1).newTopic(Topics.METRICS).configs())
                .containsEntry("cleanup.policy", "compact");
    }

    @Test
    void leavesReplicationToTheClusterOnRequest() {
        assertThat(new TopicLayout("", 1, -1).newTopic(Topics.CANDLES).replicationFactor())
                .isEqualTo((short) -1);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void usesOnlySettingsThatKafkaHas(Topic<?> topic) throws IllegalAccessException {
        var known = new HashSet<Object>();
        for (Field constant : TopicConfig.class.getFields()) {
            known.add(constant.get(null));
        }

        assertThat(known).containsAll(new TopicLayout("", 1, 1).newTopic(topic).configs().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "é", "a:"})
    void refusesAPrefixThatNoTopicNameMayHave(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicLayout(prefix, 1, 1))
                .withMessage(
                        "prefix must be at most 200 of A-Z, a-z, 0-9, ., _ and -, was \""
                                + prefix
                                + '"');
    }

    @Test
    void refusesNoPartitions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicLayout("", 0, 1))
                .withMessage("partitions must be at least 1, was 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 32_768})
    void refusesAReplicationFactorOutOfRange(int factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicLayout("", 1, factor))
                .withMessage("replication factor must be from 1 to 32767, or -1, was " + factor);
    }
}

package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TopicsTest {

    private static final String GIBIBYTE = "1073741824";

    static final List<Topic<?>> ALL = List.copyOf(Topics.ALL);

    @Test
    void areTheseInThisOrder() {
        assertThat(Topics.ALL)
                .extracting(topic -> topic.name() + " " + topic.valueType().getSimpleName())
                .containsExactly(
                        "candles Candle",
                        "signals Signal",
                        "predictions Prediction",
                        "outcomes Outcome",
                        "metrics Metrics",
                        "models ModelSnapshot",
                        "alerts Alert",
                        "rejections Rejection");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void carryARecordThatHasBeenReleased(Topic<?> topic) {
        assertThat(topic.valueSerde()).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void takeRecordsOfAnyEventTime(Topic<?> topic) {
        String unlimited = "9223372036854775807";

        assertThat(topic.config())
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("message.timestamp.before.max.ms", unlimited)
                .containsEntry("message.timestamp.after.max.ms", unlimited)
                .containsEntry("segment.ms", unlimited);
    }

    @Test
    void growWithoutLimitOnlyWhereTheyAreTheHistory() {
        assertThat(List.of(Topics.CANDLES, Topics.SIGNALS))
                .allSatisfy(topic -> {
                    assertThat(topic.cleanup()).isEqualTo(Cleanup.DELETE);
                    assertThat(topic.config())
                            .containsEntry("retention.ms", "-1")
                            .containsEntry("retention.bytes", "-1");
                });
    }

    @Test
    void areBoundedBySizeAndNeverByAge() {
        assertThat(List.of(Topics.PREDICTIONS, Topics.OUTCOMES, Topics.REJECTIONS))
                .allSatisfy(topic -> {
                    assertThat(topic.cleanup()).isEqualTo(Cleanup.DELETE);
                    assertThat(topic.config())
                            .containsEntry("retention.ms", "-1")
                            .containsEntry("retention.bytes", GIBIBYTE)
                            .containsEntry("segment.bytes", "67108864");
                });
    }

    @Test
    void keepTheNewestOfEachKeyWhereOnlyThatCounts() {
        assertThat(List.of(Topics.METRICS, Topics.MODELS))
                .extracting(Topic::cleanup)
                .containsOnly(Cleanup.COMPACT);
    }

    @Test
    void haveRoomForARejectionOfAWholeRecord() {
        assertThat(Topics.REJECTIONS.config()).containsEntry("max.message.bytes", "4194304");
    }

    @Test
    void takeAPrefix() {
        assertThat(Topics.CANDLES.name("test-")).isEqualTo("test-candles");
        assertThat(Topics.CANDLES.name("")).isEqualTo("candles");
    }
}

package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicCreationTest {

    private static final List<String> ALL =
            List.of(
                    "t-candles",
                    "t-signals",
                    "t-predictions",
                    "t-outcomes",
                    "t-metrics",
                    "t-models",
                    "t-alerts",
                    "t-rejections");

    private final MockAdminClient admin = MockAdminClient.create().numBrokers(3).build();
    private final TopicCreation creation = new TopicCreation(admin, new TopicLayout("t-", 4, 3));

    /// The mock answers for the offsets of partitions it was told of only.
    @BeforeEach
    void leadersAnswer() {
        for (String topic : ALL) {
            for (int i = 0; i < 4; i++) {
                admin.updateEndOffsets(Map.of(new TopicPartition(topic, i), 0L));
            }
        }
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsEveryTopicOnAnEmptyCluster() throws Exception {
        TopicCreation.Result result = creation.createMissing();

        assertThat(result.created()).isEqualTo(ALL);
        assertThat(result.existing()).isEmpty();
        assertThat(result.otherPartitions()).isEmpty();
        assertThat(describe(ALL).values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(4));
    }

    @Test
    void createsNothingTheSecondTime() {
        creation.createMissing();

        TopicCreation.Result result = creation.createMissing();

        assertThat(result.created()).isEmpty();
        assertThat(result.existing()).isEqualTo(ALL);
        assertThat(result.otherPartitions()).isEmpty();
    }

    @Test
    void addsWhatIsMissingAndReportsWhatDiffers() {
        create("t-predictions", 1);
        create("t-models", 4);

        TopicCreation.Result result = creation.createMissing();

        assertThat(result.created())
                .containsExactly(
                        "t-candles",
                        "t-signals",
                        "t-outcomes",
                        "t-metrics",
                        "t-alerts",
                        "t-rejections");
        assertThat(result.existing()).containsExactly("t-predictions", "t-models");
        assertThat(result.otherPartitions()).isEqualTo(Map.of("t-predictions", 1));
    }

    @Test
    void countsATopicThatAnotherInstanceHasJustCreatedAsExisting() {
        Admin racing =
                (Admin)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Admin.class},
                                (_, method, arguments) -> {
                                    Object result = method.invoke(admin, arguments);
                                    if (method.getName().equals("describeTopics")) {
                                        create("t-outcomes", 4);
                                    }
                                    return result;
                                });

        TopicCreation.Result result =
                new TopicCreation(racing, new TopicLayout("t-", 4, 3)).createMissing();

        assertThat(result.created()).hasSize(7).doesNotContain("t-outcomes");
        assertThat(result.existing()).containsExactly("t-outcomes");
    }

    @Test
    void stopsBeforeAnythingWhenCandlesHasOtherPartitions() {
        create("t-candles", 6);

        assertThatIllegalStateException()
                .isThrownBy(creation::createMissing)
                .withMessage(
                        "topic t-candles must have 4 partitions as configured, was 6:"
                                + " configure 6, or another prefix");
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> describe(List.of("t-predictions")));
    }

    @Test
    void stopsBeforeAnythingWhenSignalsHasOtherPartitions() {
        create("t-signals", 1);

        assertThatIllegalStateException()
                .isThrownBy(creation::createMissing)
                .withMessageStartingWith("topic t-signals must have 4 partitions");
    }

    @Test
    void passesOnWhatTheClusterSays() {
        var tooMany = new TopicCreation(admin, new TopicLayout("t-", 4, 5));

        assertThatExceptionOfType(InvalidReplicationFactorException.class)
                .isThrownBy(tooMany::createMissing);
    }

    @Test
    void failsWhenTheClusterDoesNotAnswer() {
        admin.timeoutNextRequest(1);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(creation::createMissing);
    }

    private void create(String name, int partitions) {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)));
    }

    private Map<String, TopicDescription> describe(List<String> names)
            throws ExecutionException, InterruptedException {
        Admin client = admin;
        return client.describeTopics(names).allTopicNames().get();
    }
}

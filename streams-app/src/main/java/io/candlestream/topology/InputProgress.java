package io.candlestream.topology;

import io.candlestream.wire.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InterruptException;

/// How far an application has come in the topic candles. Its position moves with each transaction,
/// so whatever it has passed is on the other topics for good.
public final class InputProgress implements AutoCloseable {

    private final Admin admin;
    private final String topic;
    private final String applicationId;

    /// Connects to the cluster.
    ///
    /// @param bootstrapServers where the cluster is
    /// @param prefix put before the topic's name, possibly empty
    /// @param applicationId of the application that reads it
    public InputProgress(String bootstrapServers, String prefix, String applicationId) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.topic = Topics.CANDLES.name(prefix);
        this.applicationId = applicationId;
    }

    /// Candles in the topic that the application has not committed.
    ///
    /// @throws KafkaException when the cluster cannot be asked
    public long lag() {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (TopicPartitionInfo partition :
                    admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic)
                            .get()
                            .partitions()) {
                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
            }
            Map<TopicPartition, OffsetAndMetadata> committed =
                    admin.listConsumerGroupOffsets(applicationId)
                            .partitionsToOffsetAndMetadata()
                            .get();
            long lag = 0;
            for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                OffsetAndMetadata reached = committed.get(end.getKey());
                lag += end.getValue().offset() - (reached == null ? 0 : reached.offset());
            }
            return lag;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "the cluster must tell how far " + applicationId + " is", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

package io.candlestream.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Creates the topics that a cluster does not have yet, and leaves those that it has as they are.
///
/// May be repeated, and may run on several instances at once: a topic that another instance creates
/// in the meantime counts as existing. A topic that exists is not asked for again, so a program
/// without the right to create topics runs where an operator has made them.
public final class TopicCreation {

    private static final int MOST_ATTEMPTS = 300;
    private static final long PAUSE_MS = 100;

    private final Admin admin;
    private final TopicLayout layout;

    /// What became of the topics, under their names on the broker.
    ///
    /// @param created the topics that were missing, in the order of [Topics#ALL]
    /// @param existing the topics that were there, in the same order
    /// @param otherPartitions the existing topics that have other partitions than the layout says,
    ///   with their number; harmless, since nothing joins those topics
    public record Result(
            List<String> created,
            List<String> existing,
            SequencedMap<String, Integer> otherPartitions) {

        /// Copies the parts.
        public Result {
            created = List.copyOf(created);
            existing = List.copyOf(existing);
            otherPartitions =
                    Collections.unmodifiableSequencedMap(new LinkedHashMap<>(otherPartitions));
        }
    }

    /// @param admin a client of the cluster; stays the caller's to close
    /// @param layout how the missing topics are made
    public TopicCreation(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    /// Creates what is missing.
    ///
    /// @throws IllegalStateException when `candles` or `signals` exists with other partitions than
    ///   the layout says: all state belongs to a partition of the two, so all must agree
    /// @throws KafkaException when the cluster refuses, cannot be reached in time, or the thread is
    ///   interrupted
    public Result createMissing() {
        List<String> names = Topics.ALL.stream().map(layout::name).toList();
        SequencedMap<String, Integer> partitions = partitionsOfExisting(names);
        requireAgreement(Topics.CANDLES, partitions);
        requireAgreement(Topics.SIGNALS, partitions);

        List<String> created = createAllBut(partitions.keySet());
        awaitLeaders(created);
        List<String> existing = names.stream().filter(name -> !created.contains(name)).toList();
        partitions.values().removeIf(count -> count == layout.partitions());
        return new Result(created, existing, partitions);
    }

    private SequencedMap<String, Integer> partitionsOfExisting(List<String> names) {
        var partitions = new LinkedHashMap<String, Integer>();
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(names).topicNameValues();
        for (String name : names) {
            try {
                partitions.put(name, await(descriptions, name).partitions().size());
            } catch (UnknownTopicOrPartitionException _) {
                // Missing, and left out of the answer.
            }
        }
        return partitions;
    }

    private void requireAgreement(Topic<?> topic, Map<String, Integer> partitions) {
        String name = layout.name(topic);
        int count = partitions.getOrDefault(name, layout.partitions());
        if (count != layout.partitions()) {
            throw new IllegalStateException(
                    ("topic %s must have %d partitions as configured, was %d:"
                                    + " configure %d, or another prefix")
                            .formatted(name, layout.partitions(), count, count));
        }
    }

    private List<String> createAllBut(Set<String> existing) {
        List<NewTopic> missing =
                Topics.ALL.stream()
                        .map(layout::newTopic)
                        .filter(topic -> !existing.contains(topic.name()))
                        .toList();
        Map<String, KafkaFuture<Void>> futures = admin.createTopics(missing).values();
        var created = new ArrayList<String>();
        for (NewTopic topic : missing) {
            try {
                await(futures, topic.name());
                created.add(topic.name());
            } catch (TopicExistsException _) {
                // Another instance was faster.
            }
        }
        return created;
    }

    /// A topic that was just created answers metadata requests before its leader takes writes. An
    /// idempotent producer that sends into that moment can have its second batch taken and its
    /// first refused, for good, as out of order. A leader that answers for its offsets takes
    /// writes.
    private void awaitLeaders(List<String> topics) {
        for (int attempt = 1; ; attempt++) {
            try {
                askLeaders(topics);
                return;
            } catch (InvalidMetadataException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void askLeaders(List<String> topics) {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics).topicNameValues();
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (String topic : topics) {
            for (TopicPartitionInfo partition : await(descriptions, topic).partitions()) {
                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
            }
        }
        ListOffsetsResult offsets = admin.listOffsets(latest);
        for (TopicPartition partition : latest.keySet()) {
            await(Map.of(partition.topic(), offsets.partitionResult(partition)), partition.topic());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <V> V await(Map<String, KafkaFuture<V>> futures, String topic) {
        KafkaFuture<V> future = futures.get(topic);
        if (future == null) {
            throw new IllegalStateException("the cluster must answer for topic " + topic);
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException refusal) {
                throw refusal;
            }
            throw new KafkaException("topic " + topic + " must be reachable", e.getCause());
        }
    }
}

package io.candlestream.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// How one deployment lays the topics out on its cluster.
///
/// @param prefix put in front of every name as it is, as in `test-`; may be empty; letters, digits,
///   `.`, `_` and `-`, at most 200
/// @param partitions of every topic, at least 1
/// @param replicationFactor of every topic, at least 1 and at most the number of brokers, or -1 for
///   the cluster's default
public record TopicLayout(String prefix, int partitions, int replicationFactor) {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,200}");
    private static final int CLUSTER_DEFAULT = -1;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a component is out of its range
    public TopicLayout {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "prefix must be at most 200 of A-Z, a-z, 0-9, ., _ and -, was \""
                            + prefix
                            + '"');
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, was " + partitions);
        }
        if (replicationFactor != CLUSTER_DEFAULT
                && (replicationFactor < 1 || replicationFactor > Short.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "replication factor must be from 1 to 32767, or -1, was " + replicationFactor);
        }
    }

    /// @return the topic's name on the broker
    public String name(Topic<?> topic) {
        return topic.name(prefix);
    }

    /// @return what the broker needs to create the topic
    public NewTopic newTopic(Topic<?> topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().policy());
        return new NewTopic(name(topic), partitions, (short) replicationFactor).configs(config);
    }
}

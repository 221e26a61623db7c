package io.candlestream.topology;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// How the topology runs on a cluster.
///
/// @param applicationId names the consumer group, the stores' changelogs and the local state
/// @param bootstrapServers where the cluster is
/// @param stateDir folder of the local state
/// @param threads stream threads of this instance, at least 1
/// @param commitIntervalMs longest time between two transactions: what a prediction waits at most
///   to be seen
/// @param replicationFactor of the changelogs
/// @param standbyReplicas copies of the state on other instances
/// @param overrides any further property of Kafka Streams, by its own name
public record StreamsProperties(
        String applicationId,
        String bootstrapServers,
        Path stateDir,
        int threads,
        long commitIntervalMs,
        int replicationFactor,
        int standbyReplicas,
        Map<String, String> overrides) {

    /// A rejection carries a whole key and value of up to 1 MiB each.
    private static final int LARGEST_REQUEST_BYTES = 4 * 1024 * 1024;

    /// With thousands of series a commit sends megabytes of state: batches of 16 KiB, the default,
    /// make that hundreds of requests, one after the other. Both are bounds on heap, not reserved.
    private static final int BATCH_BYTES = 512 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024 * 1024;

    /// The broker assigns the tasks; clusters offer it from Kafka 4.2 on.
    private static final String STREAMS_PROTOCOL = "streams";

    /// The properties of Kafka Streams: exactly-once, and no cache of its own, since the live
    /// objects are the cache.
    public Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitIntervalMs);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, STREAMS_PROTOCOL);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                LARGEST_REQUEST_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), BUFFER_BYTES);
        properties.putAll(overrides);
        return properties;
    }
}

package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.feed.CandleMessage;
import io.candlestream.wire.FramingException;
import io.candlestream.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// The last candle of every series, read from the topic `candles` itself, from its end backwards.
///
/// ```
/// partition  [ ..........|............|......|....|end )
///                          4,000 more   2,000  1,000 records   and so on, doubling
/// ```
///
/// Reading ends when every wanted series was found, a partition begins, or 1,000,000 records of a
/// partition were read; a series that is not found by then counts as one the topic does not have.
/// What is committed counts (`read_committed`). Of a series' candles in a stretch the newest by
/// open time counts, so history that a file feed has put behind live candles does no harm as long
/// as both are in one stretch.
///
/// A process that was killed may have left a request on its way to the broker. The ends are looked
/// at again until they have stood still for a while, so that such a request is seen; one that comes
/// later still would repeat candles, which consumers drop, and make no hole.
public final class HighWaterMark {

    private static final long FIRST_STRETCH = 1_000;
    private static final long MOST_RECORDS = 1_000_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MOST_LOOKS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String topic;
    private final CandleMessage messages = new CandleMessage();
    private final Deserializer<io.candlestream.schema.Candle> values =
            Topics.CANDLES.valueSerde().deserializer();
    private final Map<Series, Candle> newest =
            new TreeMap<>(Comparator.comparing(Series::toString));

    private HighWaterMark(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
        this.partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
    }

    /// Reads the marks of a feed that is about to start.
    ///
    /// @param bootstrapServers where the cluster is
    /// @param prefix of the topics' names
    /// @param wanted which series
    /// @param quietMs how long the topic must have stood still
    /// @return each wanted series that the topic has, with its last candle
    /// @throws org.apache.kafka.common.KafkaException when the cluster cannot be reached
    public static Map<Series, Candle> read(
            String bootstrapServers, String prefix, Set<Series> wanted, long quietMs) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            HighWaterMark mark = new HighWaterMark(consumer, Topics.CANDLES.name(prefix));
            mark.readBackwards(mark.quietEnds(quietMs), wanted);
            mark.newest.keySet().retainAll(wanted);
            return mark.newest;
        }
    }

    /// Reads what the end of every partition says of all series.
    ///
    /// @param mostRecords of a partition, at least 1
    /// @return each series found there, with its last candle, by name
    /// @throws org.apache.kafka.common.KafkaException when the cluster cannot be reached
    public static Map<Series, Candle> readAll(
            String bootstrapServers, String prefix, long mostRecords) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            HighWaterMark mark = new HighWaterMark(consumer, Topics.CANDLES.name(prefix));
            Map<TopicPartition, Long> ends = consumer.endOffsets(mark.partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(mark.partitions);
            for (TopicPartition partition : mark.partitions) {
                long end = ends.getOrDefault(partition, 0L);
                long begin = begins.getOrDefault(partition, 0L);
                mark.readStretch(partition, Math.max(begin, end - mostRecords), end);
            }
            return mark.newest;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Other feeds may write all the time, so it looks only so often.
    private Map<TopicPartition, Long> quietEnds(long quietMs) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (int look = 0; look < MOST_LOOKS; look++) {
            pause(quietMs);
            Map<TopicPartition, Long> again = consumer.endOffsets(partitions);
            if (again.equals(ends)) {
                break;
            }
            ends = again;
        }
        return ends;
    }

    private static void pause(long forMs) {
        try {
            Thread.sleep(forMs);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void readBackwards(Map<TopicPartition, Long> ends, Set<Series> wanted) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> read = new HashMap<>(ends);
        long stretch = FIRST_STRETCH;
        long total = 0;
        List<TopicPartition> open = new ArrayList<>(partitions);
        while (!open.isEmpty() && total < MOST_RECORDS && !newest.keySet().containsAll(wanted)) {
            for (TopicPartition partition : List.copyOf(open)) {
                long to = read.getOrDefault(partition, 0L);
                long from = Math.max(begins.getOrDefault(partition, 0L), to - stretch);
                if (from < to) {
                    readStretch(partition, from, to);
                    read.put(partition, from);
                } else {
                    open.remove(partition);
                }
            }
            total += stretch;
            stretch *= 2;
        }
    }

    /// A series found in a later stretch is newer than any in this one.
    private void readStretch(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        Map<Series, Candle> found = new HashMap<>();
        while (consumer.position(partition) < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Candle candle = record.offset() < to ? candle(record.value()) : null;
                if (candle != null) {
                    found.merge(
                            candle.series(),
                            candle,
                            (one, other) -> other.openTimeMs() >= one.openTimeMs() ? other : one);
                }
            }
        }
        found.forEach(newest::putIfAbsent);
    }

    /// What cannot be read is no candle of a feed.
    private @Nullable Candle candle(byte @Nullable [] value) {
        try {
            io.candlestream.schema.Candle message = values.deserialize(topic, value);
            return message == null ? null : messages.fromMessage(message);
        } catch (FramingException | IllegalArgumentException _) {
            return null;
        }
    }
}

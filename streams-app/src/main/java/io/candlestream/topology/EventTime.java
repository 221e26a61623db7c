package io.candlestream.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// The record's own timestamp, or zero where it has none: a producer that sends no time must not
/// stop the stream, as the extractor of Kafka Streams would have it. The learner reads the time
/// from the candle itself.
final class EventTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}

package io.candlestream.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// The order of signals among candles: a signal's own timestamp, less one millisecond.
///
/// Of the records that a task has read, Kafka Streams takes the one of the smallest timestamp, and
/// of equals any. A signal known at the very close of a candle belongs to that candle; a
/// millisecond earlier, it goes first. It may then change places with a candle that closed a
/// millisecond before it, which reads only what was known at its own close.
final class SignalTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp() - 1);
    }

    /// @return the timestamp of the record, to a millisecond at the beginning of 1970
    static long recordTime(long extracted) {
        return extracted == 0 ? 0 : extracted + 1;
    }
}

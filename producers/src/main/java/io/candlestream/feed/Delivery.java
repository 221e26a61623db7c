package io.candlestream.feed;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// What became of the records sent: told by the producer's own thread, read by the feed's.
final class Delivery implements Callback {

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged.incrementAndGet();
        } else {
            fail(failure);
        }
    }

    void fail(Exception failure) {
        firstFailure.compareAndSet(null, failure);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    @Nullable Exception firstFailure() {
        return firstFailure.get();
    }
}

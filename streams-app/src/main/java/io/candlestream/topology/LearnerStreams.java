package io.candlestream.topology;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running topology: starts, tells when it runs and why it stopped.
///
/// | fault | action |
/// |---|---|
/// | a record that cannot be read | kept on the topic rejections, the stream goes on |
/// | the broker away, a rebalance, a fenced transaction | Kafka Streams retries |
/// | state of another configuration, a full disk, any bug | the instance stops, [#failIfFailed] says why |
public final class LearnerStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LearnerStreams.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    private LearnerStreams(Topology topology, Properties properties) {
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(this::onFailure);
        streams.setStateListener(this::onState);
    }

    /// Starts the topology; it runs on threads of its own from here on.
    ///
    /// @param topology what [LearnerTopology#build] made
    /// @param properties what [StreamsProperties#properties] made
    public static LearnerStreams start(Topology topology, Properties properties) {
        LearnerStreams started = new LearnerStreams(topology, properties);
        started.streams.start();
        return started;
    }

    /// Waits until every task runs or the topology has failed.
    ///
    /// @return whether it runs
    public boolean awaitRunning(Duration longest) throws InterruptedException {
        return running.await(longest.toMillis(), TimeUnit.MILLISECONDS) && failure.get() == null;
    }

    /// Tells whether the topology stopped by itself.
    public boolean hasFailed() {
        return failure.get() != null;
    }

    /// Has an action run when the topology stops, by [#close] or by a failure; at once where it has
    /// stopped already.
    public void onEnd(Runnable action) {
        ended.thenRun(action);
    }

    /// Throws why the topology stopped by itself, if it did.
    ///
    /// @throws StreamsFailedException when it did
    public void failIfFailed() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new StreamsFailedException(cause);
        }
    }

    /// @return the client, for its state and metrics
    public KafkaStreams client() {
        return streams;
    }

    /// Stops cleanly: commits, flushes state and leaves the group.
    @Override
    public void close() {
        if (!streams.close(LONGEST_CLOSE)) {
            LOG.warn("the topology did not stop within {} s", LONGEST_CLOSE.toSeconds());
        }
        ended.complete(null);
    }

    private StreamThreadExceptionResponse onFailure(Throwable fault) {
        failure.compareAndSet(null, rootCause(fault));
        running.countDown();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onState(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            ended.complete(null);
        }
    }

    private static Throwable rootCause(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}

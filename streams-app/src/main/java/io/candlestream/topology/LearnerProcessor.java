package io.candlestream.topology;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.feature.ExpressionException;
import io.candlestream.learner.Event;
import io.candlestream.learner.Learner;
import io.candlestream.learner.Observation;
import io.candlestream.learner.Step;
import io.candlestream.signal.SignalReadings;
import io.candlestream.store.LiveStateStore;
import io.candlestream.wire.FramingException;
import io.candlestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Feeds every record of the topic candles to its series' learner and sends on what follows.
///
/// A record that cannot be read, that the gate refuses, for whose interval the features cannot be
/// computed, or that comes too far behind for the signals it would read, goes to the topic
/// rejections with its bytes and its reason; it never stops the stream. Stored state that cannot be
/// the running configuration's does stop it.
final class LearnerProcessor implements Processor<byte[], byte[], byte[], SpecificRecord> {

    private final LearnerMessages messages;
    private final RejectionMessages rejections;
    private final MessagePlan plan;
    private final boolean readsSignals;
    private final CandleReader candles = new CandleReader();

    private @Nullable ProcessorContext<byte[], SpecificRecord> context;
    private @Nullable LiveStateStore<Series, Observation, Learner> learners;
    private @Nullable SignalJoin join;

    /// @param readsSignals whether the features read signals, which are then in a store of their
    ///   own
    LearnerProcessor(
            LearnerMessages messages,
            RejectionMessages rejections,
            MessagePlan plan,
            boolean readsSignals) {
        this.messages = messages;
        this.rejections = rejections;
        this.plan = plan;
        this.readsSignals = readsSignals;
    }

    @Override
    public void init(ProcessorContext<byte[], SpecificRecord> context) {
        this.context = context;
        this.learners = context.getStateStore(LearnerTopology.STORE);
        if (readsSignals) {
            this.join = new SignalJoin(context.getStateStore(LearnerTopology.SIGNAL_STORE));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Candle candle;
        try {
            candle = candles.read(record);
        } catch (FramingException e) {
            reject(record, null, RejectionMessages.reason(e.fault()), e.getMessage());
            return;
        } catch (MalformedRecordException e) {
            reject(record, null, e.reason(), e.getMessage());
            return;
        }
        try {
            take(record, candle);
        } catch (ExpressionException e) {
            reject(record, candle.series(), RejectionMessages.UNSUPPORTED_INTERVAL, e.getMessage());
        }
    }

    /// @throws ExpressionException when the features cannot be computed at the candle's interval
    private void take(Record<byte[], byte[]> record, Candle candle) {
        SignalReadings readings = readings(candle);
        if (readings == null) {
            reject(
                    record,
                    candle.series(),
                    RejectionMessages.FORGOTTEN_SIGNALS,
                    "candles of an instrument must come in the order of their closes, whatever their"
                            + " interval; the signals known at "
                            + candle.closeTimeMs()
                            + " are not kept any more");
            return;
        }
        Learner learner = learners().apply(candle.series(), new Observation(candle, readings));
        Step step = learner.lastStep();
        if (step.verdict().isRejection()) {
            reject(
                    record,
                    candle.series(),
                    step.verdict().toString(),
                    learner.gate().explain(candle));
        } else if (step.verdict() == Verdict.ACCEPTED) {
            if (join != null) {
                join.closed(candle);
            }
            send(record, learner, step, candle.closeTimeMs());
        }
    }

    /// A candle that the gate refuses reads nothing.
    ///
    /// @return null when a candle that the gate accepts would read what is not known any more
    private @Nullable SignalReadings readings(Candle candle) {
        if (join == null) {
            return SignalReadings.NONE;
        }
        Learner learner = learners().get(candle.series());
        return learner.gate().accepts(candle)
                ? join.readings(candle, learner)
                : SignalJoin.absent(learner);
    }

    private void send(Record<byte[], byte[]> record, Learner learner, Step step, long closeTimeMs) {
        int modelCount = learner.config().models().size();
        for (Event event : step.events()) {
            forward(
                    record.key(),
                    messages.alert(learner, event, closeTimeMs),
                    closeTimeMs,
                    Topics.ALERTS.name());
        }
        if (step.hasOutcome()) {
            for (int model = 0; model < modelCount; model++) {
                forward(
                        record.key(),
                        messages.outcome(learner, step, model),
                        closeTimeMs,
                        Topics.OUTCOMES.name());
            }
            if (learner.outcomeCount() % plan.metricsEvery() == 0) {
                forward(
                        bytes(LearnerMessages.metricsKey(learner)),
                        messages.metrics(learner, closeTimeMs),
                        closeTimeMs,
                        Topics.METRICS.name());
            }
            if (learner.outcomeCount() % plan.snapshotEvery() == 0) {
                sendSnapshots(learner, closeTimeMs);
            }
        }
        if (step.hasPrediction()) {
            for (int model = 0; model < modelCount; model++) {
                forward(
                        record.key(),
                        messages.prediction(learner, step, model),
                        closeTimeMs,
                        Topics.PREDICTIONS.name());
            }
        }
    }

    private void sendSnapshots(Learner learner, long closeTimeMs) {
        for (int model = 0; model < learner.config().models().size(); model++) {
            forward(
                    bytes(LearnerMessages.modelKey(learner, model)),
                    messages.snapshot(learner, model, closeTimeMs),
                    closeTimeMs,
                    Topics.MODELS.name());
        }
    }

    private void reject(
            Record<byte[], byte[]> record,
            @Nullable Series series,
            String reason,
            @Nullable String detail) {
        var origin = context().recordMetadata().orElseThrow();
        forward(
                series == null ? null : bytes(series.instrument().toString()),
                rejections.rejection(
                        record,
                        origin,
                        series == null ? null : series.instrument(),
                        series == null ? null : series.interval(),
                        reason,
                        detail),
                record.timestamp(),
                Topics.REJECTIONS.name());
    }

    private void forward(
            byte @Nullable [] key, SpecificRecord message, long timestampMs, String topic) {
        context().forward(new Record<>(key, message, timestampMs), topic);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private ProcessorContext<byte[], SpecificRecord> context() {
        if (context == null) {
            throw new IllegalStateException("the processor must be initialised first");
        }
        return context;
    }

    private LiveStateStore<Series, Observation, Learner> learners() {
        if (learners == null) {
            throw new IllegalStateException("the processor must be initialised first");
        }
        return learners;
    }
}

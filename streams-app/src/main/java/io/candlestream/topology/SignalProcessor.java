package io.candlestream.topology;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import io.candlestream.signal.SignalChange;
import io.candlestream.signal.SignalHistory;
import io.candlestream.store.LiveStateStore;
import io.candlestream.wire.FramingException;
import io.candlestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Puts every record of the topic signals into its instrument's history, where candles find it.
///
/// A record that cannot be read, or that the history refuses, goes to the topic rejections with its
/// bytes and its reason. A signal that no feature reads is left out.
final class SignalProcessor implements Processor<byte[], byte[], byte[], SpecificRecord> {

    private final RejectionMessages rejections;
    private final List<String> names;
    private final SignalReader signals = new SignalReader();

    private @Nullable ProcessorContext<byte[], SpecificRecord> context;
    private @Nullable LiveStateStore<Instrument, SignalChange, SignalHistory> histories;

    SignalProcessor(RejectionMessages rejections, List<String> names) {
        this.rejections = rejections;
        this.names = names;
    }

    @Override
    public void init(ProcessorContext<byte[], SpecificRecord> context) {
        this.context = context;
        this.histories = context.getStateStore(LearnerTopology.SIGNAL_STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Signal signal;
        try {
            signal = signals.read(record);
        } catch (FramingException e) {
            reject(record, null, RejectionMessages.reason(e.fault()), e.getMessage());
            return;
        } catch (MalformedRecordException e) {
            reject(record, null, e.reason(), e.getMessage());
            return;
        }
        if (!names.contains(signal.name())) {
            return;
        }
        SignalHistory history =
                histories().apply(signal.instrument(), new SignalChange.Came(signal));
        if (history.lastVerdict().isRejection()) {
            reject(
                    record,
                    signal.instrument(),
                    history.lastVerdict().toString(),
                    history.explain(signal));
        }
    }

    private void reject(
            Record<byte[], byte[]> record,
            @Nullable Instrument instrument,
            String reason,
            @Nullable String detail) {
        if (context == null) {
            throw new IllegalStateException("the processor must be initialised first");
        }
        var origin = context.recordMetadata().orElseThrow();
        context.forward(
                new Record<>(
                        instrument == null
                                ? null
                                : instrument.toString().getBytes(StandardCharsets.UTF_8),
                        rejections.rejection(record, origin, instrument, null, reason, detail),
                        SignalTime.recordTime(record.timestamp())),
                Topics.REJECTIONS.name());
    }

    private LiveStateStore<Instrument, SignalChange, SignalHistory> histories() {
        if (histories == null) {
            throw new IllegalStateException("the processor must be initialised first");
        }
        return histories;
    }
}

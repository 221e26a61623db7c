package io.candlestream.signal;

import io.candlestream.candle.Instrument;
import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The byte format of an instrument's signals.
///
/// ```
/// signature   format version, 1 byte; int32 length and text of the names, with commas
/// head        close of the last candle taken, count of each verdict; of each name time and value of the newest
///             let go; number of the first row, number after the last
/// row         int32 place of the name, int64 time, double value
/// change      0x00, int32 place of the name, int64 time, double value: a signal that came
///             0x01, int64 close: a candle that was taken
/// ```
public final class SignalHistoryFormat
        implements LiveFormat<Instrument, SignalChange, SignalHistory> {

    private static final byte VERSION = 1;
    private static final byte CAME = 0;
    private static final byte CLOSED = 1;

    private final List<String> names;
    private final byte[] writtenNames;

    /// A format for histories of these signals.
    public SignalHistoryFormat(List<String> names) {
        this.names = List.copyOf(names);
        this.writtenNames = String.join(",", names).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String keyText(Instrument key) {
        return key.toString();
    }

    @Override
    public Instrument key(String keyText) {
        try {
            return Instrument.parse(keyText);
        } catch (IllegalArgumentException e) {
            throw new StateFormatException("stored keys must be instruments: " + e.getMessage());
        }
    }

    @Override
    public SignalHistory create(Instrument key) {
        return new SignalHistory(key, names);
    }

    @Override
    public void apply(SignalHistory live, SignalChange change) {
        switch (change) {
            case SignalChange.Came(Signal signal) -> live.take(signal);
            case SignalChange.Closed(long closeTimeMs) -> live.closed(closeTimeMs);
        }
    }

    @Override
    public void sign(SignalHistory live, StateOutput out) {
        out.putByte(VERSION);
        out.putInt(writtenNames.length);
        out.putBytes(writtenNames);
    }

    @Override
    public void checkSignature(SignalHistory live, StateInput in) {
        byte version = in.getByte();
        if (version != VERSION) {
            throw new StateFormatException(
                    "state of signals must have format " + VERSION + ", had " + version);
        }
        byte[] written = in.getBytes(in.getCount(in.remaining()));
        if (!Arrays.equals(written, writtenNames)) {
            throw new StateFormatException(
                    "state must be that of the signals %s, was that of %s; restore the former features, or set"
                                    .formatted(
                                            String.join(",", names),
                                            new String(written, StandardCharsets.US_ASCII))
                            + " another application-id and topics.prefix to learn anew");
        }
    }

    @Override
    public void saveChange(SignalChange change, StateOutput out) {
        switch (change) {
            case SignalChange.Came(Signal signal) -> {
                out.putByte(CAME);
                out.putInt(names.indexOf(signal.name()));
                out.putLong(signal.timeMs());
                out.putDouble(signal.value());
            }
            case SignalChange.Closed(long closeTimeMs) -> {
                out.putByte(CLOSED);
                out.putLong(closeTimeMs);
            }
        }
    }

    @Override
    public SignalChange restoreChange(SignalHistory live, StateInput in) {
        byte kind = in.getByte();
        return switch (kind) {
            case CAME ->
                    new SignalChange.Came(
                            new Signal(
                                    live.instrument(),
                                    names.get(in.getCount(names.size() - 1)),
                                    in.getLong(),
                                    in.getDouble()));
            case CLOSED -> new SignalChange.Closed(in.getLong());
            default ->
                    throw new StateFormatException(
                            "a change of signals must be of kind 0 or 1, was " + kind);
        };
    }

    @Override
    public void saveHead(SignalHistory live, StateOutput out) {
        live.saveHead(out);
    }

    @Override
    public void restoreHead(SignalHistory live, StateInput in) {
        live.restoreHead(in);
    }

    @Override
    public long firstRow(SignalHistory live) {
        return live.firstRow();
    }

    @Override
    public long nextRow(SignalHistory live) {
        return live.nextRow();
    }

    @Override
    public void saveRows(SignalHistory live, long from, long to, StateOutput out) {
        live.saveRows(from, to, out);
    }

    @Override
    public void restoreRows(SignalHistory live, long from, long to, StateInput in) {
        live.restoreRows(from, to, in);
    }
}

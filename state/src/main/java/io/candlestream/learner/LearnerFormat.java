package io.candlestream.learner;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.signal.SignalReadings;
import java.util.HexFormat;
import java.util.function.Function;

/// The byte format of a learner.
///
/// ```
/// signature   format version, 1 byte; fingerprint of the configuration, 8 bytes
/// head        gate, labeller, features, scaler, greatest features, forecasters, bounds of what waits
/// row         open time, what the label needs, what was forecast, features
/// change      a candle: open time, open, high, low, close, volume; 48 bytes
///             and of every signal that the features read, time and value; 16 bytes each
/// ```
///
/// State of another format or another configuration is refused, never mixed in. The version also
/// counts what a learner makes of a candle: it rises when the same candles give other bits, since
/// stored candles are applied again.
public final class LearnerFormat implements LiveFormat<Series, Observation, Learner> {

    private static final byte VERSION = 2;
    private static final String REMEDY =
            "restore the former configuration, or set another application-id and topics.prefix to learn anew"
                    + " from the topic candles";

    private final Function<Series, LearnerConfig> configs;

    /// A format for learners whose configuration may depend on the series.
    public LearnerFormat(Function<Series, LearnerConfig> configs) {
        this.configs = configs;
    }

    @Override
    public String keyText(Series key) {
        return key.toString();
    }

    @Override
    public Series key(String keyText) {
        try {
            return Series.parse(keyText);
        } catch (IllegalArgumentException e) {
            throw new StateFormatException("stored keys must be series: " + e.getMessage());
        }
    }

    @Override
    public Learner create(Series key) {
        return new Learner(key, configs.apply(key));
    }

    @Override
    public void apply(Learner live, Observation change) {
        live.onCandle(change.candle(), change.signals());
    }

    @Override
    public void saveChange(Observation change, StateOutput out) {
        Candle candle = change.candle();
        out.putLong(candle.openTimeMs());
        out.putDouble(candle.open());
        out.putDouble(candle.high());
        out.putDouble(candle.low());
        out.putDouble(candle.close());
        out.putDouble(candle.baseVolume());
        change.signals().save(out);
    }

    @Override
    public Observation restoreChange(Learner live, StateInput in) {
        Candle candle =
                new Candle(
                        live.series(),
                        in.getLong(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble(),
                        in.getDouble());
        int signals = live.config().features().signals().names().size();
        return new Observation(candle, SignalReadings.restore(signals, in));
    }

    @Override
    public void saveHead(Learner live, StateOutput out) {
        live.saveHead(out);
    }

    @Override
    public void restoreHead(Learner live, StateInput in) {
        live.restoreHead(in);
    }

    @Override
    public long firstRow(Learner live) {
        return live.pending().first();
    }

    @Override
    public long nextRow(Learner live) {
        return live.pending().next();
    }

    @Override
    public void saveRows(Learner live, long from, long to, StateOutput out) {
        live.pending().saveRows(from, to, out);
    }

    @Override
    public void restoreRows(Learner live, long from, long to, StateInput in) {
        live.restoreRows(from, to, in);
    }

    @Override
    public void sign(Learner live, StateOutput out) {
        out.putByte(VERSION);
        out.putLong(live.fingerprint());
    }

    @Override
    public void checkSignature(Learner live, StateInput in) {
        byte version = in.getByte();
        if (version != VERSION) {
            throw new StateFormatException(
                    "state of "
                            + live.series()
                            + " must have format "
                            + VERSION
                            + ", had "
                            + version
                            + "; "
                            + REMEDY);
        }
        long fingerprint = in.getLong();
        if (fingerprint != live.fingerprint()) {
            throw new StateFormatException(
                    "state of "
                            + live.series()
                            + " must have been learned under the running configuration "
                            + hex(live.fingerprint())
                            + ", was learned under "
                            + hex(fingerprint)
                            + "; "
                            + REMEDY);
        }
    }

    private static String hex(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }
}

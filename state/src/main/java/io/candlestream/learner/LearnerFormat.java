package io.candlestream.learner;

import io.candlestream.candle.Series;
import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.HexFormat;
import java.util.function.Function;

/// The byte format of a learner. Every stored value begins with nine bytes that say who wrote it:
///
/// ```
/// 0        1                 9
/// +--------+-----------------+----------------------------------------------------------------------+
/// | format | fingerprint     | head: gate, features, scaler, model, baselines, scores, waiting bounds |
/// +--------+-----------------+----------------------------------------------------------------------+
/// | format | fingerprint     | rows: open time, close, features, probabilities, predicted classes   |
/// +--------+-----------------+----------------------------------------------------------------------+
/// ```
///
/// State of another format or another configuration is refused, never mixed in.
public final class LearnerFormat implements LiveFormat<Series, Learner> {

    private static final byte VERSION = 1;
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
    public Learner create(Series key) {
        return new Learner(key, configs.apply(key));
    }

    @Override
    public void saveHead(Learner live, StateOutput out) {
        sign(live, out);
        live.saveHead(out);
    }

    @Override
    public void restoreHead(Learner live, StateInput in) {
        checkSignature(live, in);
        live.restoreHead(in);
        in.expectEnd();
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
        sign(live, out);
        live.pending().saveRows(from, to, out);
    }

    @Override
    public void restoreRows(Learner live, long from, long to, StateInput in) {
        checkSignature(live, in);
        live.pending().restoreRows(from, to, in);
        in.expectEnd();
    }

    private static void sign(Learner live, StateOutput out) {
        out.putByte(VERSION);
        out.putLong(live.fingerprint());
    }

    private static void checkSignature(Learner live, StateInput in) {
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

package io.candlestream.candle;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Candles of a longer interval made of those of a shorter one, each known when it closes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | candles that passed the gate, in order |
/// | output | candles such as pass the gate, in order, each once; none for a stretch without input |
/// | warm-up | up to the first candle of the longer grid: one cut off at the front is left out |
/// | state | 5 doubles, a time and a flag; O(1) time, no allocation per candle |
///
/// ```
/// open = first open     high = max(high)     low = min(low)     close = last close
/// volume = volume + volume + ..., in order, at most 1e30
/// ```
///
/// A candle closes with the one whose close time reaches its end. Where that one is missing, it
/// closes when the first candle of a later one comes, and is known only then; in that case two may
/// close at once. A gap within a candle leaves it as the others make it, also when its first is
/// missing; only at the very beginning nobody knows whether anything is missing, and a candle that
/// does not begin on the longer grid is left out. Not thread-safe: owned by one stream task.
public final class Resampler implements Stateful {

    private final Interval shorter;
    private final Interval longer;
    private final Receiver receiver;

    /// When the candle in the making opens; before everything while there has been none.
    private long openTimeMs = Long.MIN_VALUE;

    /// Whether the candle in the making has begun, and has not closed.
    private boolean isOpen;

    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /// Takes candles that have closed.
    @FunctionalInterface
    public interface Receiver {

        /// Takes the next candle, numbers as in [Candle].
        void take(
                long openTimeMs, double open, double high, double low, double close, double volume);
    }

    /// A resampler that has seen nothing.
    ///
    /// @param shorter the length of the candles that come
    /// @param longer the length of those to be made
    /// @param receiver is given every candle as it closes, within [#update]
    /// @throws IllegalArgumentException when the longer interval is no multiple of the shorter one,
    ///   or the same
    public Resampler(Interval shorter, Interval longer, Receiver receiver) {
        if (!shorter.divides(longer) || shorter.equals(longer)) {
            throw new IllegalArgumentException(
                    "an interval must be longer than "
                            + shorter
                            + " and a multiple of it, was "
                            + longer);
        }
        this.shorter = shorter;
        this.longer = longer;
        this.receiver = receiver;
    }

    /// Takes the next candle, numbers as in [Candle].
    public void update(
            long time, double first, double highest, double lowest, double last, double traded) {
        long bucket = longer.openTimeMsAt(time);
        if (bucket != openTimeMs) {
            closeIfOpen();
            isOpen = openTimeMs != Long.MIN_VALUE || bucket == time;
            begin(bucket, first);
        }
        high = Math.max(high, highest);
        low = Math.min(low, lowest);
        close = last;
        volume = Math.min(volume + traded, CandleGate.LARGEST_VOLUME);
        if (time + shorter.durationMs() == openTimeMs + longer.durationMs()) {
            closeIfOpen();
        }
    }

    private void begin(long bucket, double first) {
        openTimeMs = bucket;
        open = first;
        high = 0;
        low = Double.MAX_VALUE;
        volume = 0;
    }

    private void closeIfOpen() {
        if (isOpen) {
            isOpen = false;
            receiver.take(openTimeMs, open, high, low, close, volume);
        }
    }

    @Override
    public void save(StateOutput out) {
        out.putBoolean(isOpen);
        out.putLong(openTimeMs);
        out.putDouble(open);
        out.putDouble(high);
        out.putDouble(low);
        out.putDouble(close);
        out.putDouble(volume);
    }

    @Override
    public void restore(StateInput in) {
        isOpen = in.getBoolean();
        openTimeMs = in.getLong();
        open = in.getDouble();
        high = in.getDouble();
        low = in.getDouble();
        close = in.getDouble();
        volume = in.getDouble();
    }
}
